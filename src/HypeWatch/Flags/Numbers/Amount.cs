using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags.Numbers;

/// <summary>A number with its magnitude word: <c>34 million</c>, <c>~34M</c>, <c>33,554,432</c>, <c>9 %</c>.</summary>
/// <param name="Value">The number.</param>
/// <param name="Span">Where, counted in the text that was read.</param>
internal readonly partial record struct Amount(double Value, Span Span)
{
    // "About 34 million" is 33,554,432.
    private const double Rounding = 0.02;

    /// <summary>Whether it is the same amount, rounding aside.</summary>
    public bool Equals(double other) => Math.Abs(Value - other) <= Rounding * Math.Max(Math.Abs(Value), Math.Abs(other));

    /// <summary>All amounts of a text, in order.</summary>
    public static IEnumerable<Amount> In(string text) => NumberPattern().Matches(text).Select(match => new Amount(ValueOf(match), new(match.Index, match.Index + match.Length)));

    /// <summary>The first number of a text; 0 when there is none.</summary>
    public static double Of(string text) => NumberPattern().Match(text) is { Success: true } match ? ValueOf(match) : 0;

    private static double ValueOf(Match match) => !double.TryParse(match.Groups["digits"].Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? 0
        : value * match.Groups["scale"].Value.ToLowerInvariant() switch { "thousand" or "k" => 1e3, "million" or "m" => 1e6, "billion" or "b" or "bn" => 1e9, "trillion" => 1e12, _ => 1 };

    [GeneratedRegex(@"(?<![\w.])(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[ -]?(?<scale>thousand|million|billion|trillion|bn|[kKMB])\b)?(?:\s?(?:%|percent\b))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberPattern();
}
