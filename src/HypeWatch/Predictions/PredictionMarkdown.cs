using System.Text.RegularExpressions;

namespace HypeWatch.Predictions;

/// <summary>
/// Lists in Markdown or plain text, as in forum posts: numbered items with a probability in front or at the end (see <see cref="PredictionItems"/>), each
/// with its outcome in square brackets at the end if it has one, such as <c>[true]</c> or <c>[false: not tried]</c>. A heading, or a line
/// <c>About: …</c>, says what a list is about; lines <c>Forecaster: …</c>, <c>Made: yyyy-MM-dd</c> and <c>Reported score: …</c> say the rest.
/// </summary>
internal static partial class PredictionMarkdown
{
    public static IReadOnlyList<PredictionDraft> Read(string text)
    {
        var drafts = new List<PredictionDraft>();
        var open = new PredictionDraft(null, null, null, null, []);
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = raw.TrimEnd();
            if (FieldPattern().Match(line) is { Success: true } field) open = With(open, field.Groups["key"].Value.ToLowerInvariant(), field.Groups["value"].Value);
            else if (HeadingPattern().Match(line) is { Success: true } heading)
            {
                if (open.Items.Count > 0)
                {
                    drafts.Add(open);
                    // The next list of a file is by the same forecaster unless it says otherwise.
                    open = open with { Made = null, ReportedScore = null, Items = [] };
                }

                open = open with { About = heading.Groups["value"].Value };
            }
            else if (Item(line) is { } item) open = open with { Items = [.. open.Items, item] };
        }

        if (open.Items.Count > 0) drafts.Add(open);
        return drafts;
    }

    private static PredictionDraft With(PredictionDraft draft, string key, string value) => key switch
    {
        "forecaster" or "author" or "by" => draft with { Forecaster = value },
        "made" or "date" => draft with { Made = value },
        "about" => draft with { About = value },
        _ => draft with { ReportedScore = value },
    };

    private static PredictionDraftItem? Item(string line)
    {
        var outcome = OutcomePattern().Match(line);
        var rest = outcome.Success ? line[..outcome.Index].TrimEnd() : line;
        if (UnknownPattern().Match(rest) is { Success: true } unknown)
            return new(unknown.Groups["n"].Value, unknown.Groups["rest"].Value, null, Word(outcome, "outcome"), null, Word(outcome, "why"));
        if (PredictionItems.In(rest).FirstOrDefault() is not { Probability: not null } item) return null;
        return new(
            item.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture), item.Statement.Of(rest),
            item.Probability?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture), Word(outcome, "outcome"), null, Word(outcome, "why"));
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
}
