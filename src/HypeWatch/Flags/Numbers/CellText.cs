using System.Globalization;
using System.Text.RegularExpressions;

namespace HypeWatch.Flags.Numbers;

/// <summary>The words and the number of a cell, whatever marks of Markdown or LaTeX it is set with.</summary>
internal static partial class CellText
{
    /// <summary>The words without marks of type: <c>\textbf{0.84}</c>, <c>$0.84$</c>, <c>**0.84**</c>.</summary>
    public static string Plain(string cell)
    {
        var text = cell.Trim();
        if (text.AsSpan().IndexOfAny('\\', '$', '{') >= 0)
        {
            text = Aside().Replace(text, "").Replace("\\pm", "\u00b1", StringComparison.Ordinal).Replace("\\%", "%", StringComparison.Ordinal).Replace("\\&", "&", StringComparison.Ordinal)
                .Replace("\\_", "_", StringComparison.Ordinal).Replace("\\times", "\u00d7", StringComparison.Ordinal).Replace('~', ' ');
            text = Command().Replace(text, " ");
            text = text.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal).Replace("$", "", StringComparison.Ordinal);
        }

        return Spaces().Replace(text, " ").Trim(' ', '*', '_', '`');
    }

    /// <summary>The number of a cell; null when it holds none, several, or only a bound. A share in digits (<c>27/50</c>) counts in hundredths.</summary>
    public static double? Number(string cell)
    {
        // A power of ten is not read, so it is no number rather than a wrong one.
        if (Power().IsMatch(cell)) return null;
        var text = Plain(cell);
        if (Share().Match(text) is { Success: true } share)
        {
            var (part, whole) = (Read(share.Groups["part"].Value), Read(share.Groups["whole"].Value));
            return part <= whole && whole > 0 ? 100 * part / whole : null;
        }

        if (Value().Match(text) is not { Success: true } match || Read(match.Groups["n"].Value) is not { } value) return null;
        return value * match.Groups["unit"].Value switch { "k" or "K" => 1e3, "M" => 1e6, "B" => 1e9, _ => 1 };
    }

    private static double? Read(string digits) =>
        double.TryParse(digits.Replace('\u2212', '-').Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>What stands below or above the line: an error, a mark of a note; and what is cited.</summary>
    [GeneratedRegex(@"[_^]\{[^{}]*\}|\^\\?\w+|\\(?:cite[pt]?|footnote|label|rowcolor|cellcolor)(?:\[[^\]]*\])?\{[^{}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\d\s*\^|\d\s*[\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u207b]", RegexOptions.None, 1000)]
    private static partial Regex Power();

    [GeneratedRegex(@"\\(?:[a-zA-Z]+|[,;:! ])", RegexOptions.None, 1000)]
    private static partial Regex Command();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?<part>\d{1,6})\s?/\s?(?<whole>\d{1,6})(?:\s?\(.*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Share();

    [GeneratedRegex(@"^[~\u2248]?\s?(?<n>[+\-\u2212]?\s?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?<=\d)(?:e[+-]?\d{1,3})?)\s?(?<unit>%|pp|pts?|points?|[kKMB]|x|\u00d7|ms|s)?\s?[*\u2020\u2021\u00a7\u2191\u2193]*\s*(?:[(\u00b1\[].*|\+/-.*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Value();
}
