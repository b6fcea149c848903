namespace HypeWatch.App.Tests.Demo;

/// <summary>The pages reach the flags through the pipeline alone: a sentence more or less on a page is a flag more or less.</summary>
public sealed class EditedPageTests
{
    [Theory]
    [InlineData("/glasshouse/prism", "Its labels were right in 94% of cases.", "Its labels were right in 188 of 200 randomly drawn cases (94%, 95% CI 90-97).", "OC09")]
    [InlineData("/courier/scientists-read-ai-mind", "Steering with a latent always leads to the target tone of the reply, in every language model.", "The paper is worth reading in full.", "OC20")]
    [InlineData("/larkfield/news/reading-the-models-mind", "The features can be used to detect deception in deployed assistants.", "We hope that such features will one day help to detect deception.", "OC16")]
    public async Task A_flag_vanishes_with_the_sentence_that_it_was_about(string page, string sentence, string replacement, string code)
    {
        using var run = await DemoRun.OfAsync(page, sentence, replacement);
        Assert.DoesNotContain(await run.FlagsAsync(), flag => flag.Code == code && flag.Page == page);
    }

    [Fact]
    public async Task A_flag_appears_with_a_sentence_on_the_fair_paper()
    {
        const string Page = "/tarn/probes-for-refusal";
        using var run = await DemoRun.OfAsync(
            Page, "We tested one model and one dataset, and make no claim beyond them.", "Linear probes can be used to detect deception in all language models, and solve the problem of oversight.");
        Assert.Contains(await run.FlagsAsync(), flag => flag.Page == Page && flag.Owner == "Tarn Institute" && flag.Code is "OC16" or "OC15" or "OC01");
    }
}
