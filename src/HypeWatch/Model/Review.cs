namespace HypeWatch.Model;

/// <summary>What a reviewer decided.</summary>
public enum ReviewVerdict
{
    /// <summary>The flag stands.</summary>
    Confirm,
    /// <summary>It does not.</summary>
    Dismiss,
    /// <summary>It stands with less severity.</summary>
    Reduce,
    /// <summary>It belongs to another owner.</summary>
    Reattribute,
    /// <summary>It is two things.</summary>
    Split,
    /// <summary>More must be known.</summary>
    NeedsInfo,
}

/// <summary>Why a flag was dismissed, reduced or given to another owner (specification 9).</summary>
public enum ReviewReason
{
    /// <summary>The words assert nothing.</summary>
    NotAClaim,
    /// <summary>Somebody else asserts it.</summary>
    WrongAsserter,
    /// <summary>The same block holds the caveat.</summary>
    CaveatSameBlock,
    /// <summary>The text says how far the claim reaches.</summary>
    ScopeDefined,
    /// <summary>An appendix holds the evidence.</summary>
    EvidenceInAppendix,
    /// <summary>The claim needs no comparison.</summary>
    ComparisonNotNeeded,
    /// <summary>Equivalent work is cited.</summary>
    EquivalentCited,
    /// <summary>The main text holds the evidence.</summary>
    EvidenceInMainText,
    /// <summary>The two sides speak of different things.</summary>
    DifferentProposition,
    /// <summary>Nothing shows that one text follows the other.</summary>
    EdgeUnproven,
    /// <summary>The prior work is contested.</summary>
    PriorContested,
    /// <summary>Translation or reading went wrong.</summary>
    TranslationOrExtractionError,
}

/// <summary>One entry of the append-only review log. Of the entries of one reviewer the latest counts.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="Reviewer">Who reviewed.</param>
/// <param name="Affiliation">The organisation that the reviewer declares; <c>none</c> for none.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Verdict">What was decided.</param>
/// <param name="Reason">Why; needed to dismiss.</param>
/// <param name="Severity">New severity, 1 to 5; null when unchanged.</param>
/// <param name="Owner">New owner; null when unchanged.</param>
/// <param name="Note">Free text.</param>
public sealed record ReviewEntry(
    FlagId Flag, string Reviewer, string Affiliation, DateTimeOffset At, ReviewVerdict Verdict, ReviewReason? Reason, int? Severity, string? Owner, string? Note);

/// <summary>What sort of argument speaks against a flag or claim.</summary>
public enum CounterargumentKind
{
    /// <summary>Evidence.</summary>
    Evidence,
    /// <summary>Who is to answer for it.</summary>
    Attribution,
    /// <summary>What ought to be expected.</summary>
    Norm,
    /// <summary>How far it reaches.</summary>
    Scope,
    /// <summary>Something else.</summary>
    Other,
    /// <summary>Whoever was answered grants the point.</summary>
    Concession,
}

/// <summary>A published argument against a flag or claim; shown beside it.</summary>
/// <param name="Flag">The flag; null when it is about a claim.</param>
/// <param name="Claim">The claim; null when it is about a flag.</param>
/// <param name="Version">The version in which it stands.</param>
/// <param name="Span">Where.</param>
/// <param name="Quote">The words, verbatim.</param>
/// <param name="Kind">What sort of argument.</param>
/// <param name="ArguerRole">Role of who makes it, for example <c>commenter</c>.</param>
public sealed record Counterargument(FlagId? Flag, ClaimId? Claim, VersionId Version, Span Span, string Quote, CounterargumentKind Kind, string ArguerRole);
