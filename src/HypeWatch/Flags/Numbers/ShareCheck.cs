using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags.Numbers;

/// <summary>A count and a percentage of the same cases in one sentence: 205 of 312 are 66 %, not 73 %.</summary>
internal static partial class ShareCheck
{
    /// <summary>Largest difference, in hundredths, that rounding explains.</summary>
    private const double Rounding = 1.0;

    public static Contradiction? Find(Statement statement)
    {
        foreach (var (part, whole, percent, span) in Pairs(statement.Text))
        {
            var real = 100.0 * part / whole;
            if (part <= whole && Math.Abs(real - percent) > Rounding)
                return new(
                    FormattableString.Invariant($"{part} of {whole} are {real:0.#} %, not {percent:0.#} %."),
                    Statement.Quote(statement.Home, new(statement.Span.Start + span.Start, statement.Span.Start + span.End)));
        }

        return null;
    }

    private static IEnumerable<(int Part, int Whole, double Percent, Span Span)> Pairs(string text)
    {
        foreach (Match match in Beside().Matches(text)) yield return Read(match);
        foreach (Match match in Apart().Matches(text)) yield return Read(match);
    }

    private static (int Part, int Whole, double Percent, Span Span) Read(Match match) => (
        Figure.Count(match.Groups["part"].Value) ?? 0, Math.Max(1, Figure.Count(match.Groups["whole"].Value) ?? 1),
        double.Parse(match.Groups["percent"].Value, CultureInfo.InvariantCulture), new(match.Index, match.Index + match.Length));

    /// <summary>"27 of 50 prompts (54 %)", "27/50, or 54 %".</summary>
    [GeneratedRegex(
        @"\b(?<part>\d[\d,]*)\s?(?:(?:out\s)?of(?:\s(?:the|our|all))?\s|/\s?)(?<whole>\d[\d,]*)\b(?!\.\d)(?:\s[\w-]+){0,3}\s?(?:\(|,\s(?:or|i\.e\.,?|that is,?)\s)\s?(?<percent>\d+(?:\.\d+)?)\s?(?:%|percent)(?!\s?(?:CI|CIs|confidence|credible|interval|bootstrap)\b)|(?<![\d.])(?<percent>\d+(?:\.\d+)?)\s?(?:%|percent)\s\((?<part>\d[\d,]*)\s?(?:(?:out\s)?of\s|/\s?)(?<whole>\d[\d,]*)(?:\s[\w-]+){0,3}\)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Beside();

    /// <summary>"Of the 312 latents, raters described 205 (73 %)".</summary>
    [GeneratedRegex(@"\bof (?:the |our |all )?(?<whole>\d[\d,]*)\b(?!\.\d|\s?%)[^.;%]{2,90}?\b(?<part>\d[\d,]*)(?:\s[\w-]+){0,2}\s\((?<percent>\d+(?:\.\d+)?)\s?(?:%|percent)\)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Apart();
}
