using System.Globalization;
using System.Text.RegularExpressions;

namespace HypeWatch.Predictions;

/// <summary>
/// Lists in Markdown or plain text, as in forum posts: numbered items with a probability in front or at the end (see <see cref="PredictionItems"/>), each
/// with its outcome in square brackets at the end if it has one, such as <c>[true]</c> or <c>[false: not tried]</c>. A heading, or a line
/// <c>About: …</c>, says what a list is about; lines <c>Forecaster: …</c>, <c>Made: yyyy-MM-dd</c> and <c>Reported score: …</c> say the rest.
/// </summary>
internal static partial class PredictionMarkdown
{
    public static IReadOnlyList<PredictionDraft> Read(string name, string text)
    {
        var drafts = new List<PredictionDraft>();
        var open = new PredictionDraft(null, null, null, null, []) { Place = new(name, 1) };
        foreach (var (number, line) in Whole(text))
        {
            var place = new FilePlace(name, number);
            if (FieldPattern().Match(line) is { Success: true } field) open = With(open, field.Groups["key"].Value.ToLowerInvariant(), field.Groups["value"].Value) with { Place = place };
            else if (HeadingPattern().Match(line) is { Success: true } heading)
            {
                if (open.Items.Count > 0)
                {
                    drafts.Add(open);
                    // The next list of a file is by the same forecaster unless it says otherwise.
                    open = open with { Made = null, ReportedScore = null, Items = [] };
                }

                open = open with { About = heading.Groups["value"].Value, Place = place };
            }
            else if (Item(place, line) is { } item) open = open with { Items = [.. open.Items, item] };
            else if (IsNext(open, line)) throw place.Wrong($"number {open.Items.Count + 1} states no probability; write it in front, such as '{open.Items.Count + 1}. (90%) ...', or (?) where it is not known");
        }

        if (open.Items.Count > 0) drafts.Add(open);
        return drafts;
    }

    // An item goes on over the lines below it, up to an empty line or the next item.
    private static IEnumerable<(int Number, string Line)> Whole(string text)
    {
        (int Number, string Line)? item = null;
        foreach (var (i, raw) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            var line = raw.TrimEnd();
            var opens = OpeningPattern().IsMatch(line);
            if (item is { } begun && line.Length > 0 && !opens && !FieldPattern().IsMatch(line) && !HeadingPattern().IsMatch(line))
            {
                item = (begun.Number, $"{begun.Line} {line.TrimStart()}");
                continue;
            }

            if (item is { } whole) yield return whole;
            item = opens ? (i + 1, line) : null;
            if (!opens) yield return (i + 1, line);
        }

        if (item is { } last) yield return last;
    }

    private static bool IsNext(PredictionDraft open, string line) =>
        open.Items is [.., { Number: { } before }] && NumberedPattern().Match(line) is { Success: true } numbered && int.Parse(numbered.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) == int.Parse(before, CultureInfo.InvariantCulture) + 1;

    private static PredictionDraft With(PredictionDraft draft, string key, string value) => key switch
    {
        "forecaster" or "author" or "by" => draft with { Forecaster = value },
        "made" or "date" => draft with { Made = value },
        "about" => draft with { About = value },
        _ => draft with { ReportedScore = value },
    };

    private static PredictionDraftItem? Item(FilePlace place, string line)
    {
        var outcome = OutcomePattern().Match(line);
        var rest = outcome.Success ? line[..outcome.Index].TrimEnd() : line;
        if (UnknownPattern().Match(rest) is { Success: true } unknown)
            return new(place, unknown.Groups["n"].Value, unknown.Groups["rest"].Value, null, Word(outcome, "outcome"), null, Word(outcome, "why"));
        if (PredictionItems.In(rest).FirstOrDefault() is not { Probability: not null } item) return null;
        return new(
            place, item.Number?.ToString(CultureInfo.InvariantCulture), item.Statement.Of(rest),
            item.Probability?.ToString("0.######", CultureInfo.InvariantCulture), Word(outcome, "outcome"), null, Word(outcome, "why"));
    }

    private static string? Word(Match match, string group) => match.Groups[group] is { Success: true } found ? found.Value : null;

    [GeneratedRegex(@"^\s{0,3}(?:[-*]\s+)?\**(?<key>forecaster|author|by|made|date|about|reported score|published score)\**:\**\s*(?<value>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FieldPattern();

    [GeneratedRegex(@"^#{1,6}\s+(?<value>\S.*?)\s*#*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex(@"\s*\[(?<outcome>(?:true|false|yes|no|happened|failed|void|open|partial(?:ly)?[ :]+(?:0?\.\d+)))(?:\s*[:;,\u2013\u2014-]\s*(?<why>[^\]]*))?\]\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OutcomePattern();

    [GeneratedRegex(@"^\s{0,9}(?<n>\d{1,2})[.)]\s+(?:\((?:\?|unknown)\)|\?%)\s*(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnknownPattern();

    [GeneratedRegex(@"^\s{0,20}(?:[-*\u2022]\s|(?:[-*\u2022]\s+)?(?:#|no\.\s?)?[(\[]?\d{1,2}[.):\]]|[(\[]\s?(?:p\s?=\s?)?(?:\d{1,3}(?:\.\d+)?\s?%|0?\.\d))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OpeningPattern();

    [GeneratedRegex(@"^\s{0,3}(?<n>\d{1,2})[.)]\s+\S", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberedPattern();
}
