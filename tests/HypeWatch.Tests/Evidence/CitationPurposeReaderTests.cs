using HypeWatch.Evidence;
using HypeWatch.Model;

namespace HypeWatch.Tests.Evidence;

public class CitationPurposeReaderTests
{
    private readonly CitationPurposeReader reader = new();

    [Theory]
    [InlineData("Residual streams have been looked at since Quimby (2019).", CitationPurpose.Background)]
    [InlineData("We trained our dictionaries with the library of Quimby et al. (2023).", CitationPurpose.Uses)]
    [InlineData("In contrast to Quimby et al. (2023), no seed of ours fails.", CitationPurpose.Compares)]
    [InlineData("Our probe extends the reader of Quimby et al. (2023) to whole circuits.", CitationPurpose.Extends)]
    [InlineData("This choice was motivated by the failures that Quimby (2021) describes.", CitationPurpose.Motivation)]
    [InlineData("In future work we plan to add the gates of Quimby (2022).", CitationPurpose.Future)]
    public void The_wording_around_a_citation_tells_what_it_is_for(string sentence, CitationPurpose expected) => Assert.Equal(expected, reader.Read(sentence));

    [Theory]
    [InlineData("Many circuits are known in small models [4].", CitationRole.Background)]
    [InlineData("Ablations were performed as described previously [4].", CitationRole.Method)]
    [InlineData("Our results are consistent with the earlier findings of Quimby [4].", CitationRole.Result)]
    public void Coarse_roles_tell_what_was_used_from_what_was_found(string sentence, CitationRole expected) => Assert.Equal(expected, reader.ReadRole(sentence));
}
