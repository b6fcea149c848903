using System.Globalization;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>A line that may be a prediction.</summary>
/// <param name="Number">Its printed number; null for a bullet or a bare line.</param>
/// <param name="Span">From its first character to its last.</param>
/// <param name="Statement">Where the statement stands, without number and probability.</param>
/// <param name="Probability">0 to 1; null when it states none, or two that differ.</param>
internal sealed record PredictionItem(int? Number, Span Span, Span Statement, double? Probability);

/// <summary>
/// Reads list items with probabilities out of a text. Accepted, one item a line or paragraph: a number (<c>1.</c>, <c>1)</c>, <c>(1)</c>, <c>#1:</c>) or a
/// bullet, then the statement, with its probability in front (<c>(90%)</c>, <c>[90%]</c>, <c>90%:</c>, <c>90% -</c>, <c>p = 0.9:</c>) or at the end
/// (<c>- 90%</c>, <c>: 90%</c>, <c>(90%)</c>, <c>(p = 0.9)</c>, <c>, p = 0.9</c>). An item without a number must have its probability in brackets in front,
/// since a bullet with a percentage is more often a result.
/// </summary>
internal static partial class PredictionItems
{
    private const int MaxItemCharacters = 1500;

    /// <summary>The items of a text in order.</summary>
    public static IEnumerable<PredictionItem> In(DocumentVersion version) => In(version.Text, version);

    /// <summary>The items of lines that are no document, each of one line.</summary>
    public static IEnumerable<PredictionItem> In(string text) => In(text, null);

    private static IEnumerable<PredictionItem> In(string text, DocumentVersion? version)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfLine(text, start);
            var line = text[start..Math.Min(end, start + MaxItemCharacters)];
            var numbered = NumberPattern().Match(line);
            var bare = numbered.Success ? Match.Empty : BracketPattern().Match(line);
            if (!numbered.Success && !bare.Success)
            {
                start = end + 1;
                continue;
            }

            if (version is not null) end = EndOfItem(version, start, end);
            var body = start + (numbered.Success ? numbered.Length : bare.Groups["body"].Index);
            yield return Read(text, numbered.Success ? int.Parse(numbered.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) : null, start, new(body, end));
            start = end + 1;
        }
    }

    private static PredictionItem Read(string text, int? number, int start, Span body)
    {
        var words = body.Of(text);
        Match front = FrontPattern().Match(words), back = BackPattern().Match(words);
        double? first = front.Success ? ProbabilityOf(front) : null, last = back.Success ? ProbabilityOf(back) : null;
        var from = body.Start + (first is null ? 0 : front.Length);
        var to = last is null ? body.End : body.Start + back.Index;
        while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
        var probability = first is not null && last is not null && first != last ? null : first ?? last;
        return new(number, new(start, body.End), new(from, Math.Max(from, to)), probability);
    }

    private static double? ProbabilityOf(Match match)
    {
        if (match.Groups["percent"] is { Success: true } percent)
            return double.TryParse(percent.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= 100 ? Math.Round(value / 100, 6) : null;
        return double.TryParse(match.Groups["share"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share <= 1 ? share : null;
    }

    private static int EndOfLine(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end;
    }

    // A hard-wrapped item goes on over the lines of its paragraph, up to the next item.
    private static int EndOfItem(DocumentVersion version, int start, int end)
    {
        var text = version.Text;
        if (version.PassageAt(new(FirstLetter(text, start, end), end)) is not { } home) return end;
        while (end < text.Length && end - start < MaxItemCharacters)
        {
            var next = EndOfLine(text, end + 1);
            var line = text[Math.Min(end + 1, text.Length)..next];
            var letter = FirstLetter(text, end + 1, next);
            if (letter >= next || NumberPattern().IsMatch(line) || BracketPattern().IsMatch(line)) break;
            if (version.PassageAt(new(letter, next))?.Paragraph != home.Paragraph) break;
            end = next;
        }

        return Math.Min(end, start + MaxItemCharacters);
    }

    private static int FirstLetter(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        return start;
    }

    [GeneratedRegex(@"^[ \t]{0,20}(?:[-*\u2022][ \t]+)?(?:#|no\.[ ]?)?[(\[]?(?<n>\d{1,2})[.):\]][)\]:]?[ \t]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"^[ \t]{0,20}(?:[-*\u2022][ \t]+)?(?<body>[(\[][ ]?(?:p[ ]?=[ ]?)?(?:\d{1,3}(?:\.\d{1,4})?[ ]?%|0?\.\d{1,4})[ ]?[)\]][ ]?[:.,\u2013\u2014-]?\s+\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BracketPattern();

    [GeneratedRegex(
        @"^(?:(?<open>[(\[])[ ]?(?:(?:p|probability)[ ]?[=:]?[ ]?)?(?:(?<percent>\d{1,3}(?:\.\d{1,4})?)[ ]?%|(?<share>0?\.\d{1,4}|[01](?:\.0{1,4})?))[ ]?[)\]][ ]?[:.,\u2013\u2014-]?\s+|(?:p[ ]?=[ ]?(?<share>0?\.\d{1,4}|[01](?:\.0{1,4})?)|(?:p[ ]?=[ ]?)?(?<percent>\d{1,3}(?:\.\d{1,4})?)[ ]?%)[ ]?[:\u2013\u2014-]\s+)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FrontPattern();

    [GeneratedRegex(
        @"(?:\s[\u2013\u2014-]{1,2}\s?|[:,;]\s|\s?[(\[][ ]?)(?:(?:p[ ]?=[ ]?|probability[ ]?[=:]?[ ]?)(?<share>0?\.\d{1,4}|[01](?:\.0{1,4})?)|(?:p[ ]?=[ ]?|probability[ ]?[=:]?[ ]?)?(?<percent>\d{1,3}(?:\.\d{1,4})?)[ ]?%)[ ]?[)\]]?\.?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BackPattern();
}
