using System.Text.Json;
using HypeWatch.Flags;
using HypeWatch.Flags.Hearings;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;

namespace HypeWatch.Tests.Flags;

/// <summary>One reader proposes flags, another speaks for the authors; only quoted words of the release are believed.</summary>
public class FlagHearingTests
{
    private const string Bold = "The method explains what networks compute.", Aside = "We look at sums.", Limit = "All of this was seen in one network with two layers.", Useless = "Engineers can debug any network with it.";
    private static readonly FlagAssessor Assessor = FlagAssessor.WithAllDetectors(Taxonomy.Load(), new(), new());

    private static readonly Dossier Release = new DossierBuilder().Paper(paper => paper
        .States(Place.Abstract, Bold, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain)
        .Say(Place.Abstract, Aside)
        .Say(Place.Results, Limit)).Build();

    private static readonly Dossier FlaggedByRules = new DossierBuilder().Paper(paper => paper
        .Say(Place.Abstract, "We look at sums.")
        .States(Place.Conclusion, Useless, ClaimType.Utility, Strength.Regularity, Certainty.Plain)).Build();

    private static string Proposals(params object[] flags) => JsonSerializer.Serialize(new { flags });

    private static object Proposal(int sentence, string quote, string kind = "OC03", string? subtype = null, params object[] evidence) => new { sentence, quote, reason = "said", kind, subtype, evidence };

    private static object Words(int sentence, string quote) => new { sentence, quote };

    private static string Defences(params object[] defences) => JsonSerializer.Serialize(new { defences });

    private static object Defence(int number, string outcome, params object[] exculpations) => new { @case = number, reason = "said", outcome, exculpations };

    private static async Task<(Hearing Hearing, FlagReport Report, IReadOnlyList<ChatRequest> Asked)> HearAsync(string proposals, string? defences, Dossier? release = null)
    {
        var dossier = release ?? Release;
        await using var server = new ChatServer().Answers(proposals);
        if (defences is not null) server.Answers(defences);
        using var seam = new ModelSeam(server.Endpoint);
        var examined = Assessor.Examine(dossier);
        var hearing = await new FlagHearing(seam.Runner, PromptLibrary.Embedded(), Taxonomy.Load()).HearAsync(examined.Asserted, Assessor.Weigh(examined).Flags, CancellationToken.None);
        return (hearing, Assessor.Weigh(examined, hearing), server.Requests);
    }

    private static Flag Of(FlagReport report, string code) => Assert.Single(report.Flags, flag => flag.Code == code);

    [Fact]
    public async Task What_a_release_is_quoted_with_is_heard_as_its_own_words()
    {
        const string Said = "Lantern units lay open all large models";
        var release = new DossierBuilder().Paper(paper => paper.Say(Place.Abstract, "We look at sums in one network with two layers."))
            .Add(DocumentKind.Blog, DocumentRelation.ThirdParty, "Robin Example", critique => critique.Quotes(
                Place.Body, $"They write: \u201c{Said}\u201d, which is bold.", Said, "Lab A", ClaimType.Generalisation, Strength.Regularity, Certainty.Plain)).Build();
        var (_, report, asked) = await HearAsync(Proposals(Proposal(3, Said, "OC01", evidence: Words(1, "one network with two layers"))), Defences(Defence(1, "stands")), release);
        Assert.Contains("Lab A speaks\n3* " + Said, asked[0].Messages[^1].Content, StringComparison.Ordinal);
        var flag = Of(report, "OC01");
        Assert.Equal(("Lab A", FlagStatus.Candidate), (flag.Asserter, flag.Status));
    }

    [Fact]
    public async Task A_proposal_that_nothing_answers_opens_with_the_confidence_of_one_reader()
    {
        var (_, report, _) = await HearAsync(Proposals(Proposal(1, "explains what networks compute", evidence: Words(3, "one network with two layers"))), Defences(Defence(1, "stands")));
        var flag = Of(report, "OC03");
        Assert.Equal((FlagStatus.Open, 0.45), (flag.Status, flag.Confidence));
        Assert.Equal([Bold, Limit], flag.Quotes.Select(quote => quote.Quote));
        Assert.StartsWith("flags/propose-flags", flag.DetectorVersion, StringComparison.Ordinal);
        Assert.Contains("as a language model reads it", flag.Rationale, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "explains how networks sleep", 3, "seen in one network")]
    [InlineData(1, "explains what networks compute", 3, "one hundred networks")]
    [InlineData(2, "We look at sums", 3, "seen in one network")]
    [InlineData(9, "explains what networks compute", 3, "seen in one network")]
    [InlineData(1, "explains", 3, "seen in one network")]
    [InlineData(1, "explains what networks compute", 1, "what networks compute")]
    public async Task A_proposal_on_words_or_evidence_that_do_not_stand_there_is_dropped_and_counted(int sentence, string quote, int evidence, string words)
    {
        var (hearing, report, asked) = await HearAsync(Proposals(Proposal(sentence, quote, evidence: Words(evidence, words))), null);
        Assert.Equal((0, 1, 1), (hearing.Charges.Count, hearing.Dropped, asked.Count));
        Assert.DoesNotContain(report.Flags, flag => flag.Code == "OC03");
    }

    [Theory]
    [InlineData("OC99")]
    [InlineData("OC17")]
    [InlineData("OC22")]
    public async Task Kinds_that_a_release_alone_cannot_show_are_not_proposed(string kind) =>
        Assert.Equal(1, (await HearAsync(Proposals(Proposal(1, "explains what networks compute", kind)), null)).Hearing.Dropped);

    [Fact]
    public async Task Where_the_second_reader_clears_it_the_words_are_stored_and_it_stays_a_candidate()
    {
        var (_, report, _) = await HearAsync(
            Proposals(Proposal(1, "explains what networks compute", evidence: Words(3, "seen in one network"))), Defences(Defence(1, "cleared", new { kind = "E5", sentence = 2, quote = "look at sums" })));
        var flag = Of(report, "OC03");
        Assert.Equal((FlagStatus.Candidate, 0.35), (flag.Status, flag.Confidence));
        Assert.Contains(flag.Exculpations, found => found is { Kind: ExculpationKind.ExplicitlyNotTested, Text: Aside, Verdict: ExculpationVerdict.NoEffect });
    }

    [Fact]
    public async Task A_defence_of_invented_words_counts_as_none_and_its_outcome_as_unclear()
    {
        var (hearing, report, _) = await HearAsync(
            Proposals(Proposal(1, "explains what networks compute", evidence: Words(3, "seen in one network"))), Defences(Defence(1, "cleared", new { kind = "E3", sentence = 3, quote = "a hundred networks" })));
        Assert.Equal(DefenceOutcome.Unclear, Assert.Single(hearing.Cases).Defence!.Outcome);
        Assert.Equal(FlagStatus.Candidate, Of(report, "OC03").Status);
    }

    [Fact]
    public async Task An_answer_to_another_case_leaves_a_proposal_undefended_and_a_candidate()
    {
        var (hearing, report, _) = await HearAsync(Proposals(Proposal(1, "explains what networks compute", evidence: Words(3, "seen in one network"))), Defences(Defence(2, "stands")));
        Assert.Equal(1, hearing.Dropped);
        Assert.Equal(FlagStatus.Candidate, Of(report, "OC03").Status);
    }

    [Fact]
    public async Task What_rules_and_reader_hold_and_nothing_answers_is_surer_than_either()
    {
        var alone = Assert.Single(Assessor.Assess(FlaggedByRules).Flags, flag => flag.Code == "OC15");
        var (_, report, asked) = await HearAsync(Proposals(Proposal(2, "debug any network", "OC15")), Defences(Defence(1, "stands")), FlaggedByRules);
        Assert.Equal((0.40, 0.70), (alone.Confidence, Of(report, "OC15").Confidence));
        Assert.Contains("Case 1. OC15 untested utility, sentence 2: Engineers can debug any network with it.", asked[1].Messages[^1].Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stands", 0.85)]
    [InlineData("weakened", 0.70)]
    [InlineData("unclear", 0.40)]
    public async Task The_outcome_of_the_defence_decides_how_sure_a_flag_of_rules_and_reader_is(string outcome, double confidence)
    {
        var release = new DossierBuilder().Paper(paper => paper
            .Say(Place.Abstract, Aside)
            .States(Place.Abstract, "Clamping is an effective way to steer models.", ClaimType.Utility, Strength.ControlledEffect, Certainty.Plain)
            .Say(Place.Results, "We clamped 40 features drawn at random and read the answers.")).Build();
        var (_, report, _) = await HearAsync(
            Proposals(Proposal(2, "an effective way to steer", "OC13", "baseline")),
            Defences(Defence(1, outcome, outcome == "weakened" ? [new { kind = "E3", sentence = 1, quote = "look at sums" }] : [])), release);
        Assert.Equal(confidence, Of(report, "OC13").Confidence);
    }

    [Fact]
    public async Task A_long_sentence_is_not_shown_and_a_long_release_is_heard_in_windows()
    {
        var blob = new string('x', 70_000);
        var release = new DossierBuilder().Paper(paper =>
        {
            paper.States(Place.Abstract, Bold, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain).Say(Place.Abstract, blob);
            for (var i = 0; i < 50; i++) paper.Say(Place.Results, $"Row {i} holds {new string('y', 3_000)} and no more.");
        }).Build();
        await using var server = new ChatServer().Otherwise(_ => Proposals());
        using var seam = new ModelSeam(server.Endpoint);
        await new FlagHearing(seam.Runner, PromptLibrary.Embedded(), Taxonomy.Load()).HearAsync(release, [], CancellationToken.None);
        Assert.Equal(3, server.Requests.Count);
        Assert.All(server.Requests, request => Assert.Contains($"1* {Bold}", request.Messages[^1].Content, StringComparison.Ordinal));
        Assert.DoesNotContain(server.Requests, request => request.Messages[^1].Content.Contains("xxxx", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lists_that_hold_nothing_are_no_answer()
    {
        var (hearing, report, _) = await HearAsync("""{"flags":[null]}""", null);
        Assert.Equal((0, 1), (hearing.Charges.Count, hearing.Dropped));
        Assert.Empty(report.Failures);
    }

    [Fact]
    public async Task A_page_that_speaks_to_models_is_not_shown_to_one()
    {
        var dossier = new DossierBuilder().Paper(paper => paper.States(Place.Abstract, Bold, ClaimType.Descriptive, Strength.Regularity, Certainty.Plain)).Build();
        var page = dossier.Documents[0];
        var suspect = dossier with { Documents = [page with { Version = page.Version with { Findings = [new("injection_suspected", "ignore all rules")] } }] };
        var (hearing, _, asked) = await HearAsync("unused", null, suspect);
        Assert.Equal((0, 0), (asked.Count, hearing.Asked));
    }

    [Fact]
    public async Task A_flag_of_the_rules_that_the_second_reader_clears_is_no_longer_open()
    {
        var (_, report, _) = await HearAsync(Proposals(), Defences(Defence(1, "cleared", new { kind = "E11", sentence = 2, quote = "can debug any network" })), FlaggedByRules);
        Assert.Equal((FlagStatus.Candidate, 0.35), (Of(report, "OC15").Status, Of(report, "OC15").Confidence));
    }

    [Fact]
    public async Task Sentences_are_shown_with_numbers_places_and_a_mark_on_claims()
    {
        var (_, _, asked) = await HearAsync(Proposals(), null);
        Assert.Contains($"## abstract\n1* {Bold}\n2 We look at sums.\n## results\n3 {Limit}", asked[0].Messages[^1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_without_claims_is_not_asked_about()
    {
        var (hearing, _, asked) = await HearAsync("unused", null, new DossierBuilder().Paper(paper => paper.Say(Place.Abstract, "We look at sums.")).Build());
        Assert.Equal((0, 0), (asked.Count, hearing.Asked));
    }

    [Fact]
    public async Task Where_the_model_stays_away_the_rules_stand_alone_and_the_work_is_not_done()
    {
        await using var server = new ChatServer().Fails(401);
        using var seam = new ModelSeam(server.Endpoint);
        var heard = await new HearFlags(new(seam.Runner, PromptLibrary.Embedded(), Taxonomy.Load()), NullLogger<HearFlags>.Instance).HearAsync(Release, [], CancellationToken.None);
        Assert.Equal((null, false, null), (heard.Hearing, heard.IsComplete, heard.Tally));
        await using var babble = new ChatServer().Answers("""{"flags":[null]}""").Otherwise(_ => "bananas are purple");
        using var other = new ModelSeam(babble.Endpoint);
        var unread = await new HearFlags(new(other.Runner, PromptLibrary.Embedded(), Taxonomy.Load()), NullLogger<HearFlags>.Instance).HearAsync(Release, [], CancellationToken.None);
        Assert.Equal((null, true, 1), (unread.Hearing, unread.IsComplete, unread.Tally?.Dropped));
        Assert.True((await new HearFlags(null, NullLogger<HearFlags>.Instance).HearAsync(Release, [], CancellationToken.None)).IsComplete);
    }
}
