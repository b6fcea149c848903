using System.Globalization;
using HypeWatch.Model;

namespace HypeWatch.Queries;

/// <summary>Which claims to find; null means any.</summary>
/// <param name="Words">Words that must all occur in the quote.</param>
/// <param name="Type">Main type.</param>
/// <param name="Asserter">Who asserts it, ignoring case.</param>
/// <param name="Document">Id or address of a document.</param>
/// <param name="Flag">A flag code that stands on the claim.</param>
/// <param name="MinStrength">Least strength.</param>
/// <param name="HeadlineOnly">Only claims in title, abstract, key results, headline or lede.</param>
/// <param name="Limit">At most this many.</param>
/// <param name="Offset">Skips this many.</param>
public sealed record ClaimFilter(
    string? Words = null, ClaimType? Type = null, string? Asserter = null, string? Document = null, string? Flag = null,
    Strength MinStrength = Strength.Aspiration, bool HeadlineOnly = false, int Limit = 100, int Offset = 0)
{
    /// <summary>The same as it stands in an address.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs() => FilterPairs.Of(
        ("q", Words), ("type", Type?.ToCode()), ("asserter", Asserter), ("document", Document), ("flag", Flag), ("strength__gte", MinStrength is Strength.Aspiration ? null : MinStrength.ToCode()),
        ("headline", HeadlineOnly ? "1" : null), ("_size", FilterPairs.Number(Limit)), ("offset", FilterPairs.Number(Offset)));
}

/// <summary>Which flags to find; null means any.</summary>
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
    string? Code = null, FlagKind? Kind = null, FlagStatus? Status = null, string? Owner = null, string? Claim = null, string? Release = null,
    string? Document = null, int MinSeverity = 0, double MinConfidence = 0, bool IncludeSuppressed = false, int Limit = 100, int Offset = 0)
{
    /// <summary>The same as it stands in an address.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs() => FilterPairs.Of(
        ("code", Code), ("kind", Kind?.ToCode()), ("status", Status?.ToCode()), ("owner", Owner), ("claim", Claim), ("release", Release), ("document", Document),
        ("severity__gte", MinSeverity == 0 ? null : FilterPairs.Number(MinSeverity)), ("confidence__gte", MinConfidence == 0 ? null : MinConfidence.ToString("R", CultureInfo.InvariantCulture)),
        (IncludeSuppressed ? "all" : "candidates", "1"), ("_size", FilterPairs.Number(Limit)), ("offset", FilterPairs.Number(Offset)));
}

/// <summary>Filters as names and values.</summary>
internal static class FilterPairs
{
    /// <summary>The pairs that have a value.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(params IEnumerable<(string Name, string? Value)> pairs) =>
        pairs.Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value!));

    /// <summary>A number as text; nothing for 0.</summary>
    public static string? Number(int value) => value == 0 ? null : value.ToString(CultureInfo.InvariantCulture);
}
