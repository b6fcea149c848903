using HypeWatch.Model;
using HypeWatch.Tests.Fakes;
using static HypeWatch.Tests.Claims.ScriptedClaims;

namespace HypeWatch.Tests.Claims;

public sealed class SecondReadingsTests
{
    private static readonly DocumentVersion Version = NumberedVersion.Of(
        "We were glad to read the memo.",
        "“The question of refusals is solved for good,” said Ruth Vale of the Birch Institute.",
        "Some critics of the Birch Institute say that its probes only read the prompt.",
        "This shows that our probes solve the problem in one small model.",
        "We did not test larger models.");

    [Fact]
    public async Task Literal_words_are_their_speakers_and_a_paraphrase_stays_the_reporters()
    {
        await using var server = new ChatServer()
            .Answers(Reply([Item(2, first: "The question of", last: "for good,"), Item(3, first: "its probes only", last: "the prompt.", mode: "reports_other")], []))
            .Answers(Voices((1, "quotes_other", "Ruth Vale", "Ruth Vale"), (2, "reports_other", "Some critics", "Some critics"), (7, "denies", null, null)));
        using var seam = new ModelSeam(server.Endpoint);

        var found = await Engine(seam).ExtractAsync(Version, CancellationToken.None);

        Assert.Equal([("Ruth Vale", AssertMode.QuotesOther), ("Example Lab", AssertMode.ReportsOther)], found.Claims.Select(claim => (claim.Asserter, claim.Mode)));
        Assert.Equal(["Ruth Vale", "Some critics"], found.Claims.Select(claim => claim.AttributedTo));
        var asked = server.Requests[1].Messages[1].Content;
        Assert.Contains("[1] sentence 2, \"The question of refusals is solved for good,\": asserts", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("larger models", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_the_model_makes_up_speaks_for_nobody()
    {
        await using var server = new ChatServer()
            .Answers(Reply([Item(2, first: "The question of", last: "for good,")], []))
            .Answers(Voices((1, "quotes_other", "A Rival Lab", "A Rival Lab")));
        using var seam = new ModelSeam(server.Endpoint);

        var claim = Assert.Single((await Engine(seam).ExtractAsync(Version, CancellationToken.None)).Claims);

        Assert.Equal(("Example Lab", null), (claim.Asserter, claim.AttributedTo));
    }

    [Fact]
    public async Task A_rewording_that_says_more_is_asked_for_once_more_and_only_a_narrower_one_is_kept()
    {
        await using var server = new ChatServer()
            .Answers(Reply([Item(4, normalised: "The probes of Example Lab solve the problem in all models."), Item(5, normalised: "Example Lab tested all models.")], []))
            .Answers(Rewordings((1, "This shows that the probes of Example Lab solve the problem in one small model."), (2, "Example Lab tested larger models.")));
        using var seam = new ModelSeam(server.Endpoint);

        var claims = (await Engine(seam).ExtractAsync(Version, CancellationToken.None)).Claims;

        Assert.Equal("This shows that the probes of Example Lab solve the problem in one small model.", claims[0].Normalised);
        Assert.Equal(claims[1].Quote, claims[1].Normalised);
        Assert.Contains("all models.", server.Requests[1].Messages[1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strong_claim_gets_a_defender_who_sees_its_caveats_and_may_correct_or_withdraw_it()
    {
        await using var server = new ChatServer()
            .Answers(Reply([Item(1, types: "T8"), Item(4, types: "T11", strength: "S5"), Item(3, first: "its probes only", last: "the prompt.")], [CaveatAt(5)]))
            .Answers(Verdicts((1, "withdraw", null, null, null), (2, "correct", "S3", null, "T9"), (3, "withdraw", null, null, null)));
        using var seam = new ModelSeam(server.Endpoint);

        var found = await Engine(seam).ExtractAsync(Version, CancellationToken.None);

        Assert.Equal([ClaimType.Descriptive, ClaimType.Utility], found.Claims.Select(claim => claim.Type));
        Assert.Equal(Strength.ControlledEffect, found.Claims[1].Strength);
        Assert.Equal(1, found.Tally.Withdrawn);
        var asked = server.Requests[1].Messages[1].Content;
        Assert.Contains("stand in the sentences 5.", asked, StringComparison.Ordinal);
        Assert.Contains("[2] sentence 4: T11; S5; C3; asserts; positive", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claims_in_the_same_words_share_one_verdict()
    {
        var version = NumberedVersion.Of("Refusals are solved, fully.", "A sentence stands between the two.", "Refusals are solved fully!");
        await using var server = new ChatServer()
            .Answers(Reply([Item(1, types: "T11", strength: "S5"), Item(3, types: "T11", strength: "S5")], []))
            .Answers(Verdicts((1, "correct", "S4", null, null)));
        using var seam = new ModelSeam(server.Endpoint);

        var found = await Engine(seam).ExtractAsync(version, CancellationToken.None);

        Assert.Equal([Strength.Explanation, Strength.Explanation], found.Claims.Select(claim => claim.Strength));
        Assert.DoesNotContain("[2] sentence 3:", server.Requests[1].Messages[1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_speaks_to_models_cannot_have_its_claims_withdrawn()
    {
        var suspect = Version with { Findings = [new PageFinding("injection_suspected", "comment", "ignore previous instructions")] };
        await using var server = new ChatServer().Answers(Reply([Item(4, types: "T11", strength: "S5")], [])).Answers(Verdicts((1, "withdraw", null, null, null)));
        using var seam = new ModelSeam(server.Endpoint);

        var found = await Engine(seam).ExtractAsync(suspect, CancellationToken.None);

        Assert.Equal((1, 0), (found.Claims.Count, found.Tally.Withdrawn));
    }

    [Fact]
    public async Task A_second_reading_without_a_usable_answer_leaves_the_first_one_for_now()
    {
        await using var server = new ChatServer().Answers(Reply([Item(4, types: "T11", strength: "S5")], [])).Answers("no JSON").Answers("{}");
        using var seam = new ModelSeam(server.Endpoint);

        var found = await Engine(seam).ExtractAsync(Version, CancellationToken.None);

        Assert.Equal(("model", 1, 2), (found.Tally.Engine, found.Claims.Count, found.Tally.Malformed));
        Assert.Contains("verify-claims", found.Tally.Note, StringComparison.Ordinal);
        Assert.NotNull(found.Tally.AgainAfter);
    }

    [Fact]
    public async Task What_does_not_resolve_is_asked_for_once_more_with_its_sentences_alone()
    {
        var version = NumberedVersion.Of([.. Enumerable.Range(0, 50).Select(i => FormattableString.Invariant($"Finding {i} says something about probes."))]);
        await using var server = new ChatServer()
            .Answers(Reply([Item(31, first: "Finding 30 said")], []))
            .Answers(Reply([Item(2, first: "Finding 30 says")], []));
        using var seam = new ModelSeam(server.Endpoint);

        var found = await Engine(seam).ExtractAsync(version, CancellationToken.None);

        Assert.Equal("Finding 30 says something about probes.", Assert.Single(found.Claims).Quote);
        var asked = server.Requests[1].Messages[1].Content;
        Assert.Contains("[2] Finding 30 says something about probes.\n[3] Finding 31", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("Finding 28", asked, StringComparison.Ordinal);
        Assert.Contains("claim 1, sentence 2: the words 'Finding 30 said' do not stand there", asked, StringComparison.Ordinal);
    }
}
