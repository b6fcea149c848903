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
    private const int Version = 4;

    /// <summary>Cases of one release: the proposals, then the gravest of the rules.</summary>
    private const int MostCases = 48;

    private const int MostEvidence = 4;

    private readonly PromptFile proposing = prompts["flags/propose-flags"], defending = prompts["flags/defend-claims"];

    /// <summary>What decides besides the texts: this version, prompts and model.</summary>
    public string Key => FormattableString.Invariant($"{nameof(FlagHearing)}/{Version} {proposing.Label} {proposing.Sha256[..12]} {defending.Label} {defending.Sha256[..12]} {runner.Model}");

    /// <summary>The model's name.</summary>
    public string Model => runner.Model;

    /// <summary>Hears a release.</summary>
    /// <param name="dossier">The release, with what it is quoted with as its own.</param>
    /// <param name="byRules">What the rules raised, the gravest first.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="LlmException">The endpoint gave no answer.</exception>
    public async Task<Hearing> HearAsync(Dossier dossier, IReadOnlyList<Flag> byRules, CancellationToken ct)
    {
        var by = FormattableString.Invariant($"{proposing.Label} {defending.Label} {runner.Model}");
        var sheet = new ReleaseSheet(dossier);
        if (!sheet.HasClaims) return new(by, [], [], 0, 0);
        var (charges, proposed, dropped, isRead) = await new Prosecutor(runner, proposing, taxonomy).ProposeAsync(sheet, ct);
        // One case a kind and sentence, with all that is held against it.
        List<Charge> cases =
        [
            .. charges.Concat(byRules.Select(flag => Case(flag, dossier)).OfType<Charge>()).Select(charge => (Charge: charge, sheet.LineOf(charge.Claim)?.Number)).Where(one => one.Number is not null)
                .GroupBy(one => (one.Charge.Code, one.Number)).Take(MostCases).Select(group => group.First().Charge with { Evidence = [.. group.SelectMany(one => one.Charge.Evidence).Distinct().Take(MostEvidence)] }),
        ];
        var (defences, misquoted) = await new Defender(runner, defending, taxonomy).DefendAsync(cases, sheet, ct);
        return new(by, charges, [.. cases.Zip(defences, (one, defence) => new HeardCase(one, defence))], proposed + cases.Count, dropped + misquoted + defences.Count(defence => defence is null)) { IsHeard = isRead || defences.Any(defence => defence is not null) };
    }

    /// <summary>Whether a kind follows from other texts than the release: the prior-work base, or earlier releases.</summary>
    internal static bool IsBeyondRelease(string code) => code is "OC17" or "OC22";

    /// <summary>A flag of the rules that somebody may speak to; null for what is settled, or about more than a sentence.</summary>
    private static Charge? Case(Flag flag, Dossier dossier) =>
        flag is { RaisedBy: RaisedBy.System, Kind: not FlagKind.Context, Status: FlagStatus.Open or FlagStatus.Candidate, Claim: { } id } && !IsBeyondRelease(flag.Code) && dossier.Find(id) is { } claim
            ? new(flag.Code, flag.Subtype, claim, [.. flag.Quotes.Skip(1)])
            : null;
}
