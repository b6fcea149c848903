using HypeWatch.Flags.Hearings;
using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// What a hearing does to a finding (specification 4; 6, X6 and X7): what the second reading found is stored with it, who holds it sets the start of its confidence, and where the
/// readings disagree, or the second has no say, it stays a candidate.
/// </summary>
/// <param name="hearing">The hearing; null where there was none.</param>
/// <param name="dossier">The release.</param>
internal sealed class HearingRule(Hearing? hearing, Dossier dossier)
{
    /// <summary>The cap of flags on which two readings disagree.</summary>
    private const string Disagreement = "readers_disagree";

    /// <summary>A finding of the rules.</summary>
    public (Finding Finding, FlagSupport HeldBy) OfRules(string code, Finding finding)
    {
        if (hearing?.DefenceOf(code, finding.Claim, dossier) is not { } defence) return (finding, FlagSupport.Rules);
        var heldBy = defence.Outcome is DefenceOutcome.Unclear || !hearing.Proposes(code, finding.Subtype, finding.Claim, dossier) ? FlagSupport.Rules
            : defence.Outcome is DefenceOutcome.Stands ? FlagSupport.BothUpheld : FlagSupport.Both;
        // What only a reader could settle, two have read. Where one reader sees nothing and the other finds something for the authors, the rules stand alone.
        var isDisputed = defence.Outcome is DefenceOutcome.Cleared || (defence.Outcome is DefenceOutcome.Weakened && heldBy is FlagSupport.Rules);
        return (With(finding, defence, isDisputed) with { IsForReader = finding.IsForReader && heldBy != FlagSupport.BothUpheld }, heldBy);
    }

    /// <summary>A finding that a language model alone made.</summary>
    public (Finding Finding, FlagSupport HeldBy) OfModel(string code, Finding finding) => hearing?.DefenceOf(code, finding.Claim, dossier) is { } defence
        ? (With(finding, defence, defence.Outcome is DefenceOutcome.Cleared or DefenceOutcome.Unclear), FlagSupport.Model)
        : (finding with { Caps = [.. finding.Caps, Disagreement] }, FlagSupport.Model);

    private static Finding With(Finding finding, Defence defence, bool isDisputed) => finding with { Heard = defence.Exculpations, Caps = isDisputed ? [.. finding.Caps, Disagreement] : finding.Caps };
}
