using System.Text.Json;
using HypeWatch.Evidence;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Evidence;

public class ModelWarrantJudgeTests
{
    private static readonly Experiment Shown = Describes("We show two replies that turned salty.");
    private static readonly Experiment Drawn = Describes("Raters read 40 latents drawn at random beside 40 neurons.");

    private static Experiment Describes(string quote) =>
        new(new("ver-1"), new(0, quote.Length), quote, Place.Results, Scope.Unknown, Sampling.Unknown, Control.None, false, null, false);

    private static async Task<(JudgedWarrant? Judged, ChatRequest Asked)> JudgeAsync(object answer)
    {
        await using var server = new ChatServer().Answers(JsonSerializer.Serialize(new { warrants = new[] { answer } }));
        using var seam = new ModelSeam(server.Endpoint);
        var judged = await new ModelWarrantJudge(seam.Runner, PromptLibrary.Embedded()).JudgeAsync([new("Latents of one layer are readable.", [Shown, Drawn])], CancellationToken.None);
        return (Assert.Single(judged), Assert.Single(server.Requests));
    }

    [Fact]
    public async Task A_warrant_stands_on_sentences_that_hold_the_quoted_words()
    {
        var (judged, _) = await JudgeAsync(new { @case = 1, reason = "latents beside neurons", warrant = "W3", evidence = new[] { new { sentence = 2, quote = "drawn at random beside 40 neurons" } } });
        Assert.Equal(Warrant.Controlled, judged!.Warrant);
        Assert.Equal([Drawn], judged.Experiments);
    }

    [Theory]
    [InlineData("W3", 2, "drawn by hand")]
    [InlineData("W3", 1, "drawn at random beside 40 neurons")]
    [InlineData("W3", 3, "two replies")]
    [InlineData("W3", 0, "two replies")]
    [InlineData("W2", 2, " ")]
    [InlineData("W0", 2, "drawn at random")]
    public async Task A_warrant_on_words_that_do_not_stand_there_is_dropped(string warrant, int sentence, string quote) =>
        Assert.Null((await JudgeAsync(new { @case = 1, reason = "invented", warrant, evidence = new[] { new { sentence, quote } } })).Judged);

    [Fact]
    public async Task A_warrant_above_none_without_a_sentence_is_dropped_and_none_needs_none()
    {
        Assert.Null((await JudgeAsync(new { @case = 1, reason = "none named", warrant = "W2", evidence = Array.Empty<object>() })).Judged);
        Assert.Equal(Warrant.None, (await JudgeAsync(new { @case = 1, reason = "of something else", warrant = "W0", evidence = Array.Empty<object>() })).Judged!.Warrant);
        Assert.Null((await JudgeAsync(new { @case = 2, reason = "not asked", warrant = "W0", evidence = Array.Empty<object>() })).Judged);
    }

    [Fact]
    public async Task Claim_and_sentences_are_shown_as_numbered_data()
    {
        var (_, asked) = await JudgeAsync(new { @case = 1, reason = "none", warrant = "W0", evidence = Array.Empty<object>() });
        Assert.Contains("Case 1. Claim: Latents of one layer are readable.\n  1: We show two replies that turned salty.\n  2: Raters read", asked.Messages[^1].Content, StringComparison.Ordinal);
    }
}
