using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Flags.Hearings;

/// <summary>
/// Hears a release with a language model (specification 6, X6): one reader proposes flags, another searches the whole release for what speaks for the asserters, of the proposals and of
/// what the rules raised.
/// </summary>
/// <param name="runner">Asks the model.</param>
/// <param name="prompts">Holds the prompts.</param>
/// <param name="taxonomy">The kinds.</param>
public sealed class FlagHearing(PromptRunner runner, PromptLibrary prompts, Taxonomy taxonomy)
{
    /// <summary>Raised when the same answers would give another hearing.</summary>
    private const int Version = 1;

    private readonly PromptFile proposing = prompts["flags/propose-flags"], defending = prompts["flags/defend-claims"];

    /// <summary>What decides besides the texts: this version, prompts and model.</summary>
    public string Key => FormattableString.Invariant($"{nameof(FlagHearing)}/{Version} {proposing.Label} {proposing.Sha256[..12]} {defending.Label} {defending.Sha256[..12]} {runner.Model}");

    /// <summary>The model's name.</summary>
    public string Model => runner.Model;

    /// <summary>Hears a release.</summary>
    /// <param name="dossier">The release.</param>
    /// <param name="byRules">What the rules raised.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="LlmException">The endpoint gave no answer.</exception>
    public async Task<Hearing> HearAsync(Dossier dossier, IReadOnlyList<Flag> byRules, CancellationToken ct)
    {
        var by = $"{proposing.Label} {runner.Model}";
        var sheet = new ReleaseSheet(dossier);
        if (!sheet.HasClaims) return new(by, [], new Dictionary<(string, ClaimId), Defence>(), 0, 0);
        var (charges, dropped) = await new Prosecutor(runner, proposing, taxonomy).ProposeAsync(sheet, ct);
        List<Charge> cases = [.. charges.Concat(byRules.Select(flag => Case(flag, dossier)).OfType<Charge>()).DistinctBy(one => (one.Code, one.Claim.Id)).Where(one => sheet.LineOf(one.Claim) is not null)];
        var defences = await new Defender(runner, defending, taxonomy).DefendAsync(cases, sheet, ct);
        var answered = cases.Zip(defences).Where(pair => pair.Second is not null).ToDictionary(pair => (pair.First.Code, pair.First.Claim.Id), pair => pair.Second!);
        return new(by, charges, answered, charges.Count + dropped + cases.Count, dropped + cases.Count - answered.Count);
    }

    /// <summary>Whether a kind follows from other texts than the release: the prior-work base, or earlier releases.</summary>
    internal static bool IsBeyondRelease(string code) => code is "OC17" or "OC22";

    /// <summary>A flag of the rules that somebody may speak to; null for what is settled, or about more than a sentence.</summary>
    private static Charge? Case(Flag flag, Dossier dossier) =>
        flag is { RaisedBy: RaisedBy.System, Kind: not FlagKind.Context, Status: FlagStatus.Open or FlagStatus.Candidate, Claim: { } id } && !IsBeyondRelease(flag.Code) && dossier.Find(id) is { } claim
            ? new(flag.Code, flag.Subtype, claim, [.. flag.Quotes.Skip(1)])
            : null;
}
