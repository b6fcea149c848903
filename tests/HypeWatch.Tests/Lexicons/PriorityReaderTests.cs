using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Tests.Lexicons;

public class PriorityReaderTests
{
    private readonly PriorityReader reader = new(new LexiconSet());

    private static PriorWork Work(string title, string summary = "") =>
        new(new("w"), title, ["Reed"], 2020, new(2020, 6, 30), null, null, null, null, [], summary, [], [], false, true);

    [Theory]
    [InlineData("We are the first to read tides from neurons without labels in production-grade models.", "read tides|neurons without labels|production-grade models")]
    [InlineData("Harbour Labs has for the first time weighed attention heads of Brine-7.", "weighed attention heads|Brine-7")]
    [InlineData("This is the first mechanistic account of refusal over 34,000 features.", "mechanistic account|refusal|34,000 features")]
    [InlineData("Attention heads were weighed in Brine-7 for the first time.", "Attention heads were weighed|Brine-7")]
    public void A_priority_claim_falls_into_its_qualifiers_as_they_are_worded(string claim, string qualifiers)
    {
        var read = reader.Read(claim)!;
        Assert.Equal(qualifiers.Split('|'), read.Qualifiers.Select(qualifier => qualifier.Words));
        Assert.All(read.Qualifiers, qualifier => Assert.Equal(qualifier.Words, qualifier.Span.Of(claim)));
    }

    [Theory]
    [InlineData("We read tides from neurons.")]
    [InlineData("This is not the first work to weigh tides.")]
    [InlineData("We don't claim to be the first to weigh tides.")]
    [InlineData("The first layer of the model reads tides.")]
    [InlineData("The first author weighed tides.")]
    [InlineData("In the first place, tides matter.")]
    public void What_claims_no_priority_has_no_qualifiers(string text) => Assert.True(reader.Read(text) is null or { Qualifiers.Count: 0 } || !PriorityReader.ClaimsPriority(text));

    [Theory]
    [InlineData("This is not only the first work to weigh tides, it is the best.")]
    [InlineData("For the first time, tides of the first layer are weighed.")]
    public void Priority_is_claimed_beside_other_firsts(string text) => Assert.NotEmpty(reader.Read(text)!.Qualifiers);

    [Theory]
    [InlineData("Weighing attention heads in Brine-7", true)]
    [InlineData("Weighing attention heads in Brine-6", false)]
    [InlineData("Weighing attention heads in a small model", false)]
    [InlineData("Counting tokens in Brine-7", false)]
    [InlineData("Weighing attention heads in Brine-7B", false)]
    [InlineData("Weighing attention heads in Brine-7.1", false)]
    public void A_work_satisfies_a_claim_only_with_the_same_model_and_the_same_deed(string title, bool satisfies)
    {
        var claim = reader.Read("We are the first to weigh attention heads in Brine-7.")!;
        Assert.Equal(satisfies, claim.Qualifiers.All(qualifier => PriorityReader.Satisfies(Work(title), qualifier)));
    }

    [Fact]
    public void Half_of_a_qualifiers_words_do_not_satisfy_it()
    {
        var qualifier = Assert.Single(reader.Read("We are the first to weigh tides.")!.Qualifiers);
        Assert.False(PriorityReader.Satisfies(Work("Tides of a sea"), qualifier));
        Assert.True(PriorityReader.Satisfies(Work("Weighing the tides"), qualifier));
    }
}
