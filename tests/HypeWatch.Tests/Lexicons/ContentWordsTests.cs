using HypeWatch.Lexicons;

namespace HypeWatch.Tests.Lexicons;

public class ContentWordsTests
{
    [Theory]
    [InlineData("The probe detects lies", "Detection of lies by probes")]
    [InlineData("Features are interpretable", "interpretability of a feature")]
    [InlineData("They debugged and labelled it", "debugging a label")]
    [InlineData("The circuit computes addition", "circuits compute additions")]
    public void Forms_of_the_same_words_meet(string a, string b) => Assert.Equal(1, ContentWords.Jaccard(ContentWords.Of(a), ContentWords.Of(b)));

    [Fact]
    public void Words_of_reporting_and_of_certainty_carry_no_subject() => Assert.Empty(ContentWords.Of("We show that this may have been found in our paper"));

    [Fact]
    public void Two_empty_texts_share_nothing() => Assert.Equal(0, ContentWords.Jaccard(ContentWords.Of(""), ContentWords.Of("12 %")));
}
