using HypeWatch.Model;

namespace HypeWatch.Queries;

/// <summary>A state of a flag, from an instant on.</summary>
/// <param name="At">Since when, UTC.</param>
/// <param name="Status">A status, or <see cref="Gone"/>.</param>
/// <param name="Code">OC01 … OC24.</param>
/// <param name="Severity">0 to 5.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Asserter">Who asserted the excess.</param>
/// <param name="Rationale">Why; empty when the text was taken out since.</param>
/// <param name="SpeaksForAuthors">The best that speaks for them; null for nothing found.</param>
/// <param name="DetectorVersion">The rule and its version.</param>
/// <param name="Claim">The claim.</param>
public sealed record FlagState(
    DateTimeOffset At, string Status, string Code, int Severity, double Confidence, string Asserter, string Rationale, string? SpeaksForAuthors, string DetectorVersion, ClaimId? Claim)
{
    /// <summary>The status of a flag that is no longer raised.</summary>
    public const string Gone = "gone";
}
