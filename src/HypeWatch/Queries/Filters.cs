using HypeWatch.Model;

namespace HypeWatch.Queries;

/// <summary>Which claims to find; null means any.</summary>
/// <param name="Words">Words that must all occur in the quote.</param>
/// <param name="Id">One claim.</param>
/// <param name="Type">Main type.</param>
/// <param name="Asserter">Who asserts it, ignoring case.</param>
/// <param name="Document">Id or address of a document.</param>
/// <param name="Flag">A flag code that stands on the claim.</param>
/// <param name="MinStrength">Least strength.</param>
/// <param name="HeadlineOnly">Only claims in title, abstract, key results, headline or lede.</param>
/// <param name="Limit">At most this many.</param>
/// <param name="Offset">Skips this many.</param>
public sealed record ClaimFilter(
    string? Words = null, string? Id = null, ClaimType? Type = null, string? Asserter = null, string? Document = null, string? Flag = null,
    Strength MinStrength = Strength.Aspiration, bool HeadlineOnly = false, int Limit = 100, int Offset = 0);

/// <summary>Which flags to find; null means any.</summary>
/// <param name="Id">One flag.</param>
/// <param name="Code">A flag code, for example <c>OC03</c>.</param>
/// <param name="Kind">One of the four families.</param>
/// <param name="Status">A status.</param>
/// <param name="Owner">Who asserted the excess, ignoring case.</param>
/// <param name="Claim">The flagged claim.</param>
/// <param name="Release">The release.</param>
/// <param name="Document">Id or address of a document.</param>
/// <param name="MinSeverity">0 to 5.</param>
/// <param name="MinConfidence">0 to 1.</param>
/// <param name="IncludeSuppressed">Whether suppressed flags are wanted.</param>
/// <param name="Limit">At most this many.</param>
/// <param name="Offset">Skips this many.</param>
public sealed record FlagFilter(
    string? Id = null, string? Code = null, FlagKind? Kind = null, FlagStatus? Status = null, string? Owner = null, string? Claim = null, string? Release = null,
    string? Document = null, int MinSeverity = 0, double MinConfidence = 0, bool IncludeSuppressed = false, int Limit = 100, int Offset = 0);
