using HypeWatch.Lexicons;
using HypeWatch.Tests.Claims;

namespace HypeWatch.Tests.Lexicons;

public sealed class SubjectSentencesTests
{
    [Fact]
    public void Sentences_beside_the_subject_bear_on_nothing()
    {
        var version = NumberedVersion.Of("The probe reads tone.", "Raters heard the same tone in nine of ten clips.", "It fades at night.", "Soup is served on Fridays.", "The soup is hot, as US weather demands.");
        Assert.Equal([0, 1, 2], SubjectSentences.Of([version]).Select(found => found.Index).Order());
    }

    [Fact]
    public void A_text_without_a_word_of_the_field_is_taken_whole() =>
        Assert.Equal(2, SubjectSentences.Of([NumberedVersion.Of("Soup is served on Fridays.", "Cyclists park behind the bakery.")]).Count);

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void Only_sentences_on_the_subject_make_a_text_longer(int most, bool isShort) =>
        Assert.Equal(isShort, SubjectSentences.AreAtMost([NumberedVersion.Of("The probe reads tone.", "We tried it once.", "Soup is served on Fridays.")], most));
}
