using HypeWatch.Screening;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Screening;

public sealed class ScreenerTests
{
    private readonly Screener screener = new(new TopicTerms());

    [Theory]
    [InlineData("We train sparse autoencoders on the residual stream of a small model. The latents are often monosemantic.", true)]
    [InlineData("Activation patching finds the attention heads that matter. The circuit is small.", true)]
    [InlineData("이 연구는 해석가능성 분야의 희소 오토인코더를 다룬다.", true)]
    [InlineData("本文研究稀疏自编码器与可解释性。", true)]
    [InlineData("Researchers have solved interpretability.", true)]
    [InlineData("The council voted to repair the bridge in spring. Traffic will be diverted.", false)]
    [InlineData("Our new language model is faster and cheaper. Alignment of the wheels matters for transformers in trucks.", false)]
    public void Topic_is_told_from_other_subjects(string text, bool relevant) =>
        Assert.Equal(relevant, screener.Judge(Versions.Of("https://alder.example/p", text)).Relevant);

    [Fact]
    public void One_passing_mention_in_a_long_text_is_not_the_topic()
    {
        var filler = string.Concat(Enumerable.Repeat("The harvest was good and the roads were dry. ", 300));
        Assert.False(screener.Judge(Versions.Of("https://alder.example/p", filler + "Someone mentioned sparse autoencoders and saliency maps.")).Relevant);
    }

    [Fact]
    public void A_newsletter_with_one_part_about_the_field_is_kept()
    {
        var filler = string.Concat(Enumerable.Repeat("A new phone came out and the price of chips fell. ", 600));
        const string Part =
            "A group trained a sparse autoencoder on a chat model. Their SAEs find features that steer replies. Another group compares sparse autoencoders with saliency maps, and a third one uses activation patching on attention heads. ";
        Assert.True(screener.Judge(Versions.Of("https://alder.example/n", filler + Part + filler)).Relevant);
    }

    [Fact]
    public void The_reason_says_what_decided() =>
        Assert.Contains("points per 1,000 words", screener.Judge(Versions.Of("https://alder.example/p", "Nothing here.")).Reason, StringComparison.Ordinal);
}
