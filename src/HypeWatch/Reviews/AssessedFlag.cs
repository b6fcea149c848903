using HypeWatch.Model;

namespace HypeWatch.Reviews;

/// <summary>What the rules said of a flag, before any review.</summary>
/// <param name="Id">The flag.</param>
/// <param name="Status">Its status.</param>
/// <param name="Severity">Its severity, 0 to 5.</param>
/// <param name="Asserter">Its owner.</param>
/// <param name="Publisher">Who published the text; null when unknown.</param>
public sealed record AssessedFlag(FlagId Id, FlagStatus Status, int Severity, string Asserter, string? Publisher);

/// <summary>Where a flag stands once its reviews are taken in.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Severity">Its severity, 0 to 5.</param>
/// <param name="Asserter">Its owner.</param>
/// <param name="Waiting">What keeps it from being settled; null when nothing does.</param>
public sealed record ReviewedFlag(FlagStatus Status, int Severity, string Asserter, ReviewWait? Waiting);

/// <summary>What a reviewed flag waits for.</summary>
public enum ReviewWait
{
    /// <summary>A second reviewer: severity 4 or 5 has one.</summary>
    SecondReview,
    /// <summary>A reviewer without an interest: so far only the asserter's own organisation or a rival spoke.</summary>
    IndependentReview,
    /// <summary>A reviewer who decides between those who differ.</summary>
    Disagreement,
}
