using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>
/// What a model is asked about claims that it found: who speaks, where that is in doubt; a narrower rewording, where the first one said more than the words; and
/// whether the reading is fair, where a claim is prominent or strong. One question of each kind for a document. Each answer may only change what it was asked about.
/// </summary>
internal sealed class SecondReadings(PromptLibrary prompts, ModelReading reading)
{
    /// <summary>Claims in one question; a document with more is asked about in parts.</summary>
    private const int Most = 60;
    private readonly PromptFile attribute = prompts["claims/attribute-claims"];
    private readonly PromptFile normalise = prompts["claims/normalise-claims"];
    private readonly PromptFile verify = prompts["claims/verify-claims"];

    /// <summary>What decides the result besides the text: versions and hashes of the prompts.</summary>
    public string Key => string.Join(' ', new[] { attribute, normalise, verify }.Select(prompt => $"{prompt.Label} {prompt.Sha256[..12]}"));

    /// <summary>Reads claims a second time.</summary>
    /// <param name="questions">Asks about their document.</param>
    /// <param name="drafts">The claims with what is in doubt about them.</param>
    /// <param name="caveats">The document's caveats.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="LlmException">The endpoint gave no answer.</exception>
    public async Task<IReadOnlyList<Claim>> RunAsync(DocumentQuestions questions, IReadOnlyList<ClaimDraft> drafts, IReadOnlyList<Caveat> caveats, CancellationToken ct)
    {
        var claims = drafts.ToDictionary(draft => draft.Claim.Id, draft => draft.Claim);
        foreach (var part in drafts.Where(draft => draft.IsVoiceUnsure).Chunk(Most)) await AttributeAsync(questions, [.. part.Select(draft => claims[draft.Claim.Id])], claims, ct);
        foreach (var part in drafts.Where(draft => draft.TooBroad is not null).Chunk(Most)) await NormaliseAsync(questions, part, claims, ct);
        var groups = drafts.Select(draft => claims[draft.Claim.Id]).Where(Defence.IsDue).GroupBy(Defence.Words, StringComparer.Ordinal);
        foreach (var part in groups.Chunk(Most)) await VerifyAsync(questions, part, caveats, claims, ct);
        return [.. drafts.Where(draft => claims.ContainsKey(draft.Claim.Id)).Select(draft => claims[draft.Claim.Id])];
    }

    private async Task AttributeAsync(DocumentQuestions questions, IReadOnlyList<Claim> asked, Dictionary<ClaimId, Claim> claims, CancellationToken ct)
    {
        var sheet = new ClaimSheet(questions.Version, asked, []);
        var reply = await AskAsync<AttributionReply>(attribute, questions, sheet, claim => claim.Mode.ToCode() + (claim.AttributedTo is { } name ? $", from {ShownText.Of(name)}" : ""), [], ct);
        foreach (var voice in reply?.Voices ?? [])
            if (At(asked, voice.Claim) is { } claim) claims[claim.Id] = reading.Heard(claims[claim.Id], voice, questions.Version, sheet.Gate);
    }

    private async Task NormaliseAsync(DocumentQuestions questions, IReadOnlyList<ClaimDraft> drafts, Dictionary<ClaimId, Claim> claims, CancellationToken ct)
    {
        IReadOnlyList<Claim> asked = [.. drafts.Select(draft => claims[draft.Claim.Id])];
        var rejected = drafts.ToDictionary(draft => draft.Claim.Id, draft => draft.TooBroad!);
        var reply = await AskAsync<NormalisedReply>(normalise, questions, new(questions.Version, asked, []), claim => rejected[claim.Id], [], ct);
        foreach (var item in reply?.Rewordings ?? [])
            if (At(asked, item.Claim) is { } claim && reading.Normalised(item.Normalised, claim.Quote) is { } narrower) claims[claim.Id] = claims[claim.Id] with { Normalised = narrower };
    }

    private async Task VerifyAsync(
        DocumentQuestions questions, IGrouping<string, Claim>[] groups, IReadOnlyList<Caveat> caveats, Dictionary<ClaimId, Claim> claims, CancellationToken ct)
    {
        IReadOnlyList<Claim> asked = [.. groups.Select(group => group.First())];
        var limits = caveats.Select(caveat => caveat.Span).ToList();
        var reply = await AskAsync<VerdictReply>(verify, questions, new(questions.Version, asked, limits), Defence.Show, limits, ct);
        foreach (var verdict in reply?.Verdicts ?? [])
        {
            if (verdict.Claim < 1 || verdict.Claim > groups.Length) continue;
            foreach (var claim in groups[verdict.Claim - 1])
            {
                // A page that speaks to models is not trusted to have its claims withdrawn.
                if (verdict.Verdict is VerdictKind.Withdraw && !questions.Version.SpeaksToModels())
                {
                    if (claims.Remove(claim.Id)) questions.Tally.Add(withdrawn: 1);
                }
                else if (verdict.Verdict is VerdictKind.Correct)
                {
                    claims[claim.Id] = reading.Corrected(claims[claim.Id], verdict, questions.Version);
                }
            }
        }
    }

    private static Claim? At(IReadOnlyList<Claim> asked, int number) => number >= 1 && number <= asked.Count ? asked[number - 1] : null;

    private async Task<T?> AskAsync<T>(
        PromptFile prompt, DocumentQuestions questions, ClaimSheet sheet, Func<Claim, string> add, IReadOnlyList<Span> limits, CancellationToken ct)
        where T : class
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["sentences"] = sheet.Sentences, ["claims"] = sheet.Claims(add),
        };
        if (prompt == verify) arguments["caveats"] = sheet.Numbers(limits);
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var reply = await questions.AskAsync<T>(prompt, arguments, ct);
            if (reply.Value is not null) return reply.Value;
        }

        questions.Tally.Missed(prompt.Name);
        return null;
    }
}
