using HypeWatch.Classifiers;
using HypeWatch.Evidence;
using HypeWatch.Lexicons;
using HypeWatch.Literature;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace HypeWatch.Tests.Pipeline;

public class JudgeCitationsTests
{
    private const string Abstract = "Seven models were studied. Insulin treatment reduces inflammation in obese mice.";
    private static readonly LexiconSet Lexicons = new();

    private static readonly PriorWork Work = new(
        new("quimby2020"), "Insulin and obese mice", ["Quimby"], 2020, new(2020, 6, 30), null, null, null, null, ["probing"], "Insulin treatment reduces inflammation in obese mice.", [], [], true, true);

    private static Task<JudgedCitations> JudgeAsync(PriorWork work, ModelSupportJudge? model = null, CitedText? archived = null)
    {
        var dossier = new DossierBuilder().With([work], "probing").Paper(
            paper => paper.States(Place.Results, "Insulin treatment reduces inflammation in obese mice (Quimby, 2020).", ClaimType.CausalEffect, Strength.Regularity, Certainty.Plain).Cites(work.Title, "Quimby", 2020),
            "2024-01-01").Build();
        var judge = new SupportJudge(new SupportReader(new ClassifierSet(), new PairFeatures(Lexicons)), Lexicons, new RelationReader());
        return new JudgeCitations(new CitationMatcher([work]), judge, model, new(), NullLogger<JudgeCitations>.Instance).JudgeAsync(dossier.Documents, archived is null ? new() : new Dictionary<WorkId, CitedText> { [work.Id] = archived }, CancellationToken.None);
    }

    private static async Task<JudgedCitations> JudgeByModelAsync(Func<ChatServer, ChatServer> script)
    {
        await using var server = script(new());
        using var seam = new ModelSeam(server.Endpoint);
        return await JudgeAsync(Work with { Abstract = Abstract }, new(seam.Runner, PromptLibrary.Embedded()));
    }

    [Fact]
    public async Task An_abstract_that_says_the_same_bears_the_claim_out_word_for_word()
    {
        var judged = await JudgeAsync(Work with { Abstract = Abstract });
        var said = Assert.Single(judged.Supports);
        Assert.Equal((Work.Id, SupportVerdict.Entails, "offline", true), (said.Work, said.Said.Verdict, said.JudgedBy, judged.IsComplete));
        Assert.Equal("Insulin treatment reduces inflammation in obese mice.", said.Said.Span!.Value.Of(Abstract));
    }

    [Fact]
    public async Task Our_own_summary_of_a_work_decides_nothing() => Assert.Equal(SupportVerdict.NotAvailable, Assert.Single((await JudgeAsync(Work)).Supports).Said.Verdict);

    [Fact]
    public async Task The_archived_work_is_read_before_its_abstract()
    {
        var text = new CitedText("Oats were fed. Insulin treatment reduces inflammation in obese mice.", [new(0, 14), new(15, 68)], CitedTextKind.Whole) { Version = new("ver-1") };
        var said = Assert.Single((await JudgeAsync(Work with { Abstract = "Nothing of the kind is said." }, archived: text)).Supports).Said;
        Assert.Equal((SupportVerdict.Entails, CitedTextKind.Whole, new VersionId("ver-1"), new Span(15, 68)), (said.Verdict, said.Kind, said.Version, said.Span));
    }

    [Fact]
    public async Task A_model_judges_where_one_is_configured_and_is_named()
    {
        var judged = await JudgeByModelAsync(server => server.Answers("""{"verdicts":[{"pair":1,"reason":"seven only","verdict":"weaker","sentence":1,"quote":"Seven models"}]}"""));
        var said = Assert.Single(judged.Supports);
        Assert.Equal((SupportVerdict.Weaker, "Seven models", "scripted", true), (said.Said.Verdict, said.Said.Quote, said.JudgedBy, judged.IsComplete));
    }

    [Fact]
    public async Task Where_the_model_invents_a_quote_the_offline_reader_judges()
    {
        var judged = await JudgeByModelAsync(server => server.Answers("""{"verdicts":[{"pair":1,"reason":"eight","verdict":"contradicts","sentence":1,"quote":"Eight models"}]}"""));
        Assert.Equal((SupportVerdict.Entails, "offline"), (Assert.Single(judged.Supports).Said.Verdict, judged.Supports[0].JudgedBy));
    }

    [Fact]
    public async Task Where_the_model_stays_away_the_rules_judge_and_the_work_is_not_done()
    {
        var judged = await JudgeByModelAsync(server => server.Fails(401));
        Assert.Equal(("offline", false), (Assert.Single(judged.Supports).JudgedBy, judged.IsComplete));
    }
}
