using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags.Numbers;

/// <summary>How a figure is written.</summary>
internal enum FigureKind
{
    /// <summary>A bare number or a decimal score.</summary>
    Plain,
    /// <summary>A percentage.</summary>
    Percent,
    /// <summary>Some of a number: <c>27 of 50</c>, <c>four out of five</c>, <c>half</c>.</summary>
    Share,
}

/// <summary>A number of a sentence; a percentage or a share has its value in hundredths.</summary>
/// <param name="Value">The value.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Span">Where, counted in the text that was read.</param>
/// <param name="Part">For a share in digits, how many.</param>
/// <param name="Whole">For a share in digits, of how many.</param>
internal readonly partial record struct Figure(double Value, FigureKind Kind, Span Span, int? Part = null, int? Whole = null)
{
    /// <summary>Figures in words round to fifths and thirds; figures in digits to their last digit.</summary>
    private const double Rounding = 1.0, RoundingOfWords = 6.0;

    /// <summary>Whether it says how often of all cases.</summary>
    public bool IsRate => Kind != FigureKind.Plain;

    private bool IsInWords => Kind == FigureKind.Share && Whole is null;

    /// <summary>Whether two figures may be the same one, rounded.</summary>
    public bool Agrees(Figure other) =>
        Kind == FigureKind.Plain && other.Kind == FigureKind.Plain
            ? Math.Abs(Value - other.Value) <= 0.011 * Math.Max(Math.Abs(Value), Math.Abs(other.Value)) + 1e-9
            : Math.Abs(Value - other.Value) <= (IsInWords || other.IsInWords ? RoundingOfWords : Rounding);

    /// <summary>Rates and scores of a sentence, in order; sizes of intervals ("95% CI"), years and labels are none.</summary>
    public static IReadOnlyList<Figure> In(string text)
    {
        var found = new List<Figure>();
        foreach (Match match in Shares().Matches(text))
        {
            if (Count(match.Groups["part"].Value) is not { } part || Count(match.Groups["whole"].Value) is not { } whole || whole <= 0 || part > whole) continue;
            var inDigits = char.IsAsciiDigit(match.Groups["whole"].Value[0]);
            found.Add(new(100.0 * part / whole, FigureKind.Share, At(match), inDigits ? part : null, inDigits ? whole : null));
        }

        foreach (Match match in Percents().Matches(text))
            if (!IsTaken(found, match) && double.TryParse(match.Groups["n"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                found.Add(new(value, FigureKind.Percent, At(match)));
        foreach (Match match in Fractions().Matches(text))
            if (!IsTaken(found, match)) found.Add(new(FractionOf(match), FigureKind.Share, At(match)));
        foreach (Match match in Scores().Matches(text))
            if (!IsTaken(found, match) && double.TryParse(match.Groups["n"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                found.Add(new(value, FigureKind.Plain, At(match)));
        return [.. found.OrderBy(figure => figure.Span.Start)];
    }

    /// <summary>A small number in digits or words; null when it is none.</summary>
    public static int? Count(string word)
    {
        var digits = word.Replace(",", "", StringComparison.Ordinal);
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return value;
        var at = Array.IndexOf(Words, word.ToLowerInvariant());
        return at >= 0 ? at : word.Equals("both", StringComparison.OrdinalIgnoreCase) ? 2 : null;
    }

    /// <summary>A number in words or digits, for use in other patterns.</summary>
    public const string CountPattern = @"\d{1,3}(?:,\d{3})+|\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";

    private static readonly string[] Words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    private static bool IsTaken(List<Figure> found, Match match) => found.Exists(figure => figure.Span.Overlaps(At(match)));

    private static Span At(Match match) => new(match.Index, match.Index + match.Length);

    private static double FractionOf(Match match)
    {
        var part = match.Groups["part"].Success && Count(match.Groups["part"].Value) is { } count ? count : 1;
        var whole = match.Groups["unit"].Value.ToLowerInvariant().TrimEnd('s') switch
        {
            "half" or "halve" => 2,
            "third" => 3,
            "quarter" => 4,
            "fifth" => 5,
            _ => 10,
        };
        return 100.0 * part / whole;
    }

    [GeneratedRegex(@"\b(?<part>" + CountPattern + @")\s(?:out\s)?(?:of|in)\s(?:(?:the|our|all|every|these)\s)?(?:same\s)?(?<whole>" + CountPattern + @")\b(?!\s?%|[.]\d)|(?<![\d./])(?<part>\d+)\s?/\s?(?<whole>\d+)(?![\d/]|\.\d)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Shares();

    [GeneratedRegex(@"(?<![\d.])(?<n>\d+(?:\.\d+)?)\s?(?:%|percent\b|per cent\b)(?!\s?(?:CI\b|confidence|interval|credible|Wilson))", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Percents();

    [GeneratedRegex(@"\b(?:(?<part>one|two|three|four|five|seven|nine|a)[\s-])?(?<unit>half|thirds?|quarters?|fifths?|tenths?)\b(?=\s(?:of|the)\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fractions();

    [GeneratedRegex(@"(?<![\d.\p{L}-])(?<n>[01]?\.\d{1,4}|\d{1,3}\.\d{1,3})(?!\d|\.\d|\s?[BMKk]\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Scores();
}
