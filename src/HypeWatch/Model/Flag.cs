using System.Text.Json.Serialization;

namespace HypeWatch.Model;

/// <summary>The four families of findings, never mixed in a view or a statistic (specification 0).</summary>
public enum FlagKind
{
    /// <summary>A claim exceeds its own evidence or the known literature.</summary>
    Overclaim,
    /// <summary>A test that a claim would need is missing; says nothing about truth.</summary>
    WarrantGap,
    /// <summary>A claim grew, or lost caveats, on its way.</summary>
    Propagation,
    /// <summary>Something a reader should know; never evidence of a fault.</summary>
    Context,
}

/// <summary>Where a flag stands in its life (specification 9).</summary>
public enum FlagStatus
{
    /// <summary>Proposed; exculpation incomplete, or too unsure.</summary>
    Candidate,
    /// <summary>Exculpation searched; stands.</summary>
    Open,
    /// <summary>A reviewer confirmed it.</summary>
    Confirmed,
    /// <summary>A reviewer dismissed it.</summary>
    Dismissed,
    /// <summary>A reviewer lowered it.</summary>
    Reduced,
    /// <summary>A reviewer gave it to another owner.</summary>
    Reattributed,
    /// <summary>A later version fixed the wording.</summary>
    SupersededFixed,
    /// <summary>Taken back.</summary>
    Withdrawn,
    /// <summary>Relief outweighs it; kept for the record.</summary>
    Suppressed,
}

/// <summary>Who raised a flag.</summary>
public enum RaisedBy
{
    /// <summary>A detector.</summary>
    System,
    /// <summary>A published critique.</summary>
    Critic,
}

/// <summary>What may speak for the authors; every kind is searched before a flag opens (specification 5).</summary>
public enum ExculpationKind
{
    /// <summary>A hedge or restriction in the same sentence.</summary>
    [JsonStringEnumMemberName("E1")] SameSentenceHedge = 1,
    /// <summary>A caveat nearby.</summary>
    [JsonStringEnumMemberName("E2")] ProximateCaveat,
    /// <summary>Limitations or discussion.</summary>
    [JsonStringEnumMemberName("E3")] LimitationsSection,
    /// <summary>An appendix or companion document.</summary>
    [JsonStringEnumMemberName("E4")] Appendix,
    /// <summary>An explicit "not tested".</summary>
    [JsonStringEnumMemberName("E5")] ExplicitlyNotTested,
    /// <summary>Another asserter.</summary>
    [JsonStringEnumMemberName("E6")] DifferentAsserter,
    /// <summary>A definition that restricts the term.</summary>
    [JsonStringEnumMemberName("E7")] RestrictingDefinition,
    /// <summary>Reported speech.</summary>
    [JsonStringEnumMemberName("E8")] ReportedSpeech,
    /// <summary>Quotation, irony, question, hypothetical.</summary>
    [JsonStringEnumMemberName("E9")] NotAsserted,
    /// <summary>The chronology makes it impossible.</summary>
    [JsonStringEnumMemberName("E10")] Chronology,
    /// <summary>Aspiration, motivation, or a demo marked as such.</summary>
    [JsonStringEnumMemberName("E11")] Aspiration,
    /// <summary>A later version fixed it.</summary>
    [JsonStringEnumMemberName("E12")] LaterVersion,
    /// <summary>The claim is not comparative or not general.</summary>
    [JsonStringEnumMemberName("E13")] NotComparative,
    /// <summary>Equivalent work is cited.</summary>
    [JsonStringEnumMemberName("E14")] EquivalentCited,
    /// <summary>The prior work is too recent or was not public.</summary>
    [JsonStringEnumMemberName("E15")] TooRecent,
    /// <summary>The prior work is contested.</summary>
    [JsonStringEnumMemberName("E16")] Contested,
}

/// <summary>What an exculpating passage does to a flag.</summary>
public enum ExculpationVerdict
{
    /// <summary>The flag does not stand.</summary>
    Clears,
    /// <summary>The flag weighs less.</summary>
    Reduces,
    /// <summary>Shown, without effect.</summary>
    NoEffect,
}

/// <summary>Something found that speaks for the asserter.</summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Verdict">What it does.</param>
/// <param name="Version">The version it stands in; null when it is not a passage (a date, a role).</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">The words, verbatim where there is a span; else a sentence of ours.</param>
public sealed record Exculpation(ExculpationKind Kind, ExculpationVerdict Verdict, VersionId? Version, Span? Span, string Text);

/// <summary>Record of the search for what speaks for the asserter.</summary>
/// <param name="Kind">Which kind was searched.</param>
/// <param name="Where">Where it was searched, in words.</param>
public sealed record ExculpationSearch(ExculpationKind Kind, string Where);

/// <summary>A passage that a flag quotes.</summary>
/// <param name="Version">The version it stands in.</param>
/// <param name="Span">Where.</param>
/// <param name="Quote">The words, verbatim.</param>
/// <param name="Role">What it shows, for example <c>claim</c>, <c>evidence</c>, <c>upstream</c>, <c>caveat</c>.</param>
public sealed record FlagQuote(VersionId Version, Span Span, string Quote, string Role);

/// <summary>A finding about a claim, with its reasons and with what speaks for the asserter.</summary>
/// <param name="Id">Follows from release, code, subtype, and the words and documents of claim and second claim.</param>
/// <param name="Release">The release in whose dossier it was raised.</param>
/// <param name="Code">OC01 … OC24.</param>
/// <param name="Subtype">Subtype of the code; null when it has none.</param>
/// <param name="Kind">Which of the four families.</param>
/// <param name="Claim">The flagged claim; null for release-level codes.</param>
/// <param name="PairClaim">The second claim of a pair.</param>
/// <param name="Version">The version that the flag is attached to.</param>
/// <param name="Asserter">The owner: whoever asserted the excess.</param>
/// <param name="Gap">How far the claim exceeds what is warranted; null when the warrant is unknown.</param>
/// <param name="Severity">1 to 5; 0 when suppressed.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Rationale">Two to four sentences that quote both sides.</param>
/// <param name="Quotes">The passages it quotes.</param>
/// <param name="Exculpations">What speaks for the asserter.</param>
/// <param name="Searches">Where exculpation was searched.</param>
/// <param name="SearchComplete">Whether all kinds that apply were searched.</param>
/// <param name="Status">Where it stands in its life.</param>
/// <param name="RaisedBy">Who raised it.</param>
/// <param name="Works">Prior work that it rests on.</param>
/// <param name="Edge">The edge that it rests on.</param>
/// <param name="DetectorVersion">Detector and its version.</param>
public sealed record Flag(
    FlagId Id, ReleaseId Release, string Code, string? Subtype, FlagKind Kind, ClaimId? Claim, ClaimId? PairClaim, VersionId Version, string Asserter, int? Gap,
    int Severity, double Confidence, string Rationale, IReadOnlyList<FlagQuote> Quotes, IReadOnlyList<Exculpation> Exculpations,
    IReadOnlyList<ExculpationSearch> Searches, bool SearchComplete, FlagStatus Status, RaisedBy RaisedBy, IReadOnlyList<WorkId> Works, EdgeId? Edge,
    string DetectorVersion)
{
    /// <summary>How severity and confidence came about; null for what an earlier version of the program stored.</summary>
    public FlagComputation? Computation { get; init; }

    /// <summary>What readers of a critique answered to it, and what was granted; shown beside the flag, and weighed by nobody but a reader.</summary>
    public IReadOnlyList<Counterargument> Counterarguments { get; init; } = [];

    /// <summary>From this severity on a digest may show a flag (specification 4).</summary>
    public const int ShownSeverity = 2;

    /// <summary>From this confidence on a digest may show a flag; below it stands on the watch list (specification 4).</summary>
    public const double ShownConfidence = 0.60;

    /// <summary>Whether a digest may show it among the flags rather than on the watch list.</summary>
    public bool IsShown => Status is FlagStatus.Open or FlagStatus.Confirmed or FlagStatus.Reduced && Severity >= ShownSeverity && Confidence >= ShownConfidence;
}

/// <summary>How the severity and the confidence of a flag came about (specification 4).</summary>
/// <param name="Severity">The terms of the severity.</param>
/// <param name="Confidence">The terms of the confidence.</param>
public sealed record FlagComputation(SeverityTerms Severity, ConfidenceTerms Confidence);

/// <summary>The terms of a severity: <c>clamp(1..cap, base + step + prominence - relief)</c>; 0 or less suppresses.</summary>
/// <param name="Base">Base of the code, or of the case.</param>
/// <param name="Step">0, 1 or 2, from the gap.</param>
/// <param name="Prominence">-1, 0 or 1, from the place of the claim.</param>
/// <param name="Relief">0 to 3, from what speaks for the asserter.</param>
/// <param name="IsCleared">Whether something clears the asserter altogether.</param>
/// <param name="Cap">Highest severity.</param>
public sealed record SeverityTerms(int Base, int Step, int Prominence, int Relief, bool IsCleared, int Cap)
{
    /// <summary>Severity 1 to 5, or 0 when suppressed.</summary>
    [JsonIgnore]
    public int Severity => IsCleared || Base + Step + Prominence - Relief <= 0 ? 0 : Math.Min(Base + Step + Prominence - Relief, Cap);
}

/// <summary>Who holds that a flag stands; it sets the start of its confidence (specification 4).</summary>
public enum FlagSupport
{
    /// <summary>The rules alone.</summary>
    Rules,
    /// <summary>A language model alone.</summary>
    Model,
    /// <summary>Both.</summary>
    Both,
    /// <summary>Both, and a second reading found nothing that answers it.</summary>
    BothUpheld,
    /// <summary>A published critique; the rules have no part in it.</summary>
    Critic,
}

/// <summary>The terms of a confidence: the least of a start value and all caps that apply.</summary>
/// <param name="Start">Start value by who holds the flag, 0.40 to 0.85.</param>
/// <param name="Caps">The caps that apply, by name.</param>
public sealed record ConfidenceTerms(double Start, IReadOnlyList<ConfidenceCap> Caps)
{
    /// <summary>Who holds it.</summary>
    public FlagSupport HeldBy { get; init; }

    /// <summary>Confidence, 0 to 1.</summary>
    [JsonIgnore]
    public double Confidence => Caps.Select(cap => cap.Value).Append(Start).Min();
}

/// <summary>A cap on confidence.</summary>
/// <param name="Name">Its name in the taxonomy.</param>
/// <param name="Value">Highest confidence, 0 to 1.</param>
public sealed record ConfidenceCap(string Name, double Value);
