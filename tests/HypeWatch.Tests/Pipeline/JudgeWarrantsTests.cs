using HypeWatch.Evidence;
using HypeWatch.Lexicons;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace HypeWatch.Tests.Pipeline;

public class JudgeWarrantsTests
{
    private static readonly IReadOnlyList<DossierDocument> Documents = new DossierBuilder()
        .Paper(paper => paper.States(Place.Abstract, "Latents of one layer are readable.", ClaimType.Descriptive, Strength.Regularity, Certainty.Plain)
            .Say(Place.Results, "Raters rated 40 latents drawn at random and 40 random neurons as a control.")).Build().Documents;

    private static async Task<JudgedWarrants> JudgeAsync(Func<ChatServer, ChatServer>? script)
    {
        if (script is null) return await new JudgeWarrants(new SupportAssessor(new LexiconSet()), null, NullLogger<JudgeWarrants>.Instance).JudgeAsync(Documents, CancellationToken.None);
        await using var server = script(new());
        using var seam = new ModelSeam(server.Endpoint);
        return await new JudgeWarrants(new SupportAssessor(new LexiconSet()), new(seam.Runner, PromptLibrary.Embedded()), NullLogger<JudgeWarrants>.Instance).JudgeAsync(Documents, CancellationToken.None);
    }

    private static async Task<(Warrant?, string, bool, int?, int?)> ReadAsync(Func<ChatServer, ChatServer>? script)
    {
        var judged = await JudgeAsync(script);
        var support = Assert.Single(judged.Supports.Values);
        return (support.Warrant, support.JudgedBy, judged.IsComplete, judged.Tally?.Asked, judged.Tally?.Dropped);
    }

    [Fact]
    public async Task Without_a_model_the_rules_judge() => Assert.Equal((Warrant.Sample, "offline", true, null, null), await ReadAsync(null));

    [Fact]
    public async Task A_model_judges_the_same_experiments_and_is_named() => Assert.Equal(
        (Warrant.Controlled, "scripted", true, 1, 0), await ReadAsync(server => server.Answers("""{"warrants":[{"case":1,"reason":"rated","warrant":"W3","evidence":[{"sentence":1,"quote":"40 random neurons as a control"}]}]}""")));

    [Fact]
    public async Task What_the_model_invents_is_dropped_and_counted_and_the_rules_judge() => Assert.Equal(
        (Warrant.Sample, "offline", true, 1, 1), await ReadAsync(server => server.Answers("""{"warrants":[{"case":1,"reason":"rated","warrant":"W4","evidence":[{"sentence":1,"quote":"400 latents"}]}]}""")));

    [Fact]
    public async Task Where_the_model_stays_away_the_rules_judge_and_the_work_is_not_done() =>
        Assert.Equal((Warrant.Sample, "offline", false, null, null), await ReadAsync(server => server.Fails(401)));
}
