using System.Globalization;
using System.Text.RegularExpressions;

namespace HypeWatch.Flags.Numbers;

/// <summary>"Twice", "five times", "doubles", against the two figures that the same paragraph or a sentence about the same gives.</summary>
internal static partial class RatioCheck
{
    /// <summary>How far, as a factor, a told ratio may lie from the real one: "five times" for 4.5 is rounding, for 3 it is not.</summary>
    private const double Tolerance = 1.35;

    public static Contradiction? Find(Statement statement)
    {
        var match = Ratio().Match(statement.Text);
        if (!match.Success || Told(match) is not { } told) return null;
        IEnumerable<(string Text, HypeWatch.Model.FlagQuote Quote)> places =
        [
            (statement.Text, Statement.Quote(statement.Home, statement.Span)), .. statement.Others(2).Where(_ => !statement.IsLong).Select(sentence => (sentence.Text, sentence.Quote("evidence"))),
        ];
        foreach (var (text, quote) in places)
        {
            var pair = Pair().Match(text);
            if (!pair.Success) continue;
            var (a, b) = (Read(pair.Groups["a"].Value), Read(pair.Groups["b"].Value));
            if (a <= 0 || b <= 0 || a == b) continue;
            return Judge(told, a, b, quote);
        }

        return statement.IsLong ? null : ByUnit(statement, told);
    }

    /// <summary>Two sentences that give one amount each in the same unit: 310 GPU hours, 780 GPU hours.</summary>
    private static Contradiction? ByUnit(Statement statement, double told)
    {
        var amounts = (from sentence in statement.Others(1)
                       from Match match in Amount().Matches(sentence.Text)
                       let value = Read(match.Groups["n"].Value)
                       where value > 0
                       group (Value: value, Quote: sentence.Quote("evidence")) by match.Groups["unit"].Value.ToLowerInvariant() into unit
                       where unit.Select(amount => amount.Value).Distinct().Count() == 2
                       select unit.ToList()).FirstOrDefault();
        return amounts is null ? null : Judge(told, amounts.Max(amount => amount.Value), amounts.Min(amount => amount.Value), amounts[0].Quote);
    }

    private static Contradiction? Judge(double told, double a, double b, HypeWatch.Model.FlagQuote quote)
    {
        var real = Math.Max(a, b) / Math.Min(a, b);
        return real * Tolerance >= told ? null : new(FormattableString.Invariant($"{Math.Max(a, b)} against {Math.Min(a, b)} is a factor of {real:0.#}."), quote);
    }

    [GeneratedRegex(@"(?<![\d.])(?<n>\d[\d,]*(?:\.\d+)?)\s(?<unit>(?:GPU|CPU|TPU|core)?[\s-]?(?:hours|days|minutes|seconds|FLOPs?|tokens|documents|parameters|dollars|euros|kWh|MB|GB))\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Amount();

    private static double? Told(Match match) => match.Groups["word"].Value.ToLowerInvariant() switch
    {
        "" => double.TryParse(match.Groups["n"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) ? n : Figure.Count(match.Groups["n"].Value),
        "twice" or "doubles" or "doubled" or "halves" or "halved" or "double" => 2,
        "triples" or "tripled" => 3,
        _ => 4,
    };

    private static double Read(string digits) => double.Parse(digits.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b(?<word>twice|doubles?|doubled|halves|halved|triples|tripled|quadruples|quadrupled)\b|\b(?<n>" + Figure.CountPattern + @"|\d+\.\d+)[\s-]?(?:times|fold|x|\u00d7)\s(?!out\b)(?:as|more|better|higher|fewer|lower|less|larger|faster|smaller|greater)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ratio();

    [GeneratedRegex(@"(?<![\d.,])(?<a>\d[\d,]*(?:\.\d+)?)\s?(?:%|percent|points?)?\s(?:\w+\s){0,4}?(?:against|versus|vs\.?|compared (?:to|with)|to)\s(?:\w+\s){0,4}?(?<b>\d[\d,]*(?:\.\d+)?)\s?(?:%|percent|points?|\b)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pair();
}
