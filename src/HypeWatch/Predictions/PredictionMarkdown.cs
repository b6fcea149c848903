using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>
/// Lists in Markdown or plain text, as in forum posts: numbered items with a probability in front or at the end (see <see cref="PredictionItems"/>), each
/// with its outcome in square brackets at the end if it has one, such as <c>[true]</c> or <c>[false: not tried]</c>. A heading, or a line
/// <c>About: …</c>, says what a list is about; lines <c>Forecaster: …</c>, <c>Made: yyyy-MM-dd</c>, <c>Release: …</c>, <c>Topic: …</c> and the like say the rest. Indented bullets below an item say
/// its <c>topic</c>, <c>deadline</c> and <c>criteria</c>, and who states or disputes its outcome.
/// </summary>
public static partial class PredictionMarkdown
{
    internal static IReadOnlyList<PredictionDraft> Read(string name, string text)
    {
        var drafts = new List<PredictionDraft>();
        var open = new PredictionDraft(null, null, null, null, []) { Place = new(name, 1) };
        foreach (var (number, line) in Whole(text))
        {
            var place = new FilePlace(name, number);
            if (open.Items.Count > 0 && Below(place, line, open.Items[^1]) is { } told) open = open with { Items = [.. open.Items.SkipLast(1), told] };
            else if (FieldPattern().Match(line) is { Success: true } field) open = With(open, field.Groups["key"].Value.ToLowerInvariant(), field.Groups["value"].Value) with { Place = place };
            else if (HeadingPattern().Match(line) is { Success: true } heading)
            {
                if (open.Items.Count > 0)
                {
                    drafts.Add(open);
                    // The next list of a file is by the same forecaster unless it says otherwise.
                    open = new(open.Forecaster, null, open.About, null, []) { Place = place };
                }

                open = open with { About = heading.Groups["value"].Value, Place = place };
            }
            else if (Item(place, line) is { } item) open = open with { Items = [.. open.Items, item] };
            else if (IsNext(open, line)) throw place.Wrong($"number {open.Items.Count + 1} states no probability; write it in front, such as '{open.Items.Count + 1}. (90%) ...', or (?) where it is not known");
        }

        if (open.Items.Count > 0) drafts.Add(open);
        return drafts;
    }

    /// <summary>Lists in the form that is read.</summary>
    public static string Write(ExportedSets exported)
    {
        var text = new StringBuilder();
        foreach (var set in exported.Sets)
        {
            text.Append(CultureInfo.InvariantCulture, $"# {Line(set.About)}\n\nForecaster: {Line(set.Forecaster)}\nMade: {set.Made:yyyy-MM-dd}\n");
            (string Key, string? Value)[] fields =
            [
                ("Release", set.Release), ("Source", set.Source), ("Document", set.Document), ("Topic", set.Topic), ("Deadline", Day(set.Deadline)), ("Criteria", set.Criteria),
                ($"Reported score ({Score.Meaning})", set.ReportedExpectationScore?.ToString("0.######", CultureInfo.InvariantCulture)), ("Hash", set.Commitment), ("Hash kept since", set.CommittedAt),
            ];
            foreach (var (key, value) in fields)
                if (value is not null) text.Append(CultureInfo.InvariantCulture, $"{key}: {Line(value)}\n");
            text.Append('\n');
            foreach (var item in set.Predictions) Write(text, item);
            text.Append('\n');
        }

        return text.ToString();
    }

    private static void Write(StringBuilder text, ExportedItem item)
    {
        var probability = item.Probability is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known * 100:0.####}%") : "?";
        var why = item.Rationale is { } reason ? ": " + Line(reason).Replace(']', ')') : "";
        text.Append(CultureInfo.InvariantCulture, $"{item.Number}. ({probability}) {Line(item.Statement)} [{item.Outcome}{Share(item.Fraction)}{why}]\n");
        foreach (var (key, value) in ((string, string?)[])[("topic", item.Topic), ("deadline", Day(item.Deadline)), ("criteria", item.Criteria)])
            if (value is not null) text.Append(CultureInfo.InvariantCulture, $"   - {key}: {Line(value)}\n");
        foreach (var beside in item.Beside ?? []) Write(text, beside, beside.Kind == "dispute" ? "disputed" : "earlier");
        if (item.Resolver is not null || item.KnownAt is not null) Write(text, new(null, item.Outcome, item.Fraction, item.Resolver, null, item.KnownAt, item.ResolvedAt, item.Claims), "stated");
    }

    private static void Write(StringBuilder text, ExportedStatement said, string kind)
    {
        text.Append(CultureInfo.InvariantCulture, $"   - {kind}{(said.Resolver is { } who ? $" by {Line(who)}" : "")}: {said.Outcome}{Share(said.Fraction)}");
        if (said.KnownAt is { } known) text.Append(CultureInfo.InvariantCulture, $"; known {known:yyyy-MM-dd}");
        if (said.ResolvedAt is { } at) text.Append("; resolved ").Append(at);
        if (said.Claims is { } claims) text.Append("; claims ").AppendJoin(' ', claims);
        if (said.Rationale is { } why) text.Append("; because ").Append(Line(why));
        text.Append('\n');
    }

    private static string Share(double? fraction) => fraction is { } share ? string.Create(CultureInfo.InvariantCulture, $" {share:0.######}") : "";

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Line(string text) => text.ReplaceLineEndings(" ").Trim();

    // What an indented bullet says of the item above it; null when it is no such bullet.
    private static PredictionDraftItem? Below(FilePlace place, string line, PredictionDraftItem item)
    {
        if (DetailPattern().Match(line) is { Success: true } detail)
        {
            var value = detail.Groups["value"].Value;
            return detail.Groups["key"].Value.ToLowerInvariant() switch
            {
                "topic" => item with { Topic = value },
                "deadline" => item with { Deadline = value },
                _ => item with { Criteria = value },
            };
        }

        if (StatementPattern().Match(line) is not { Success: true } said) return null;
        var isOwn = said.Groups["kind"].Value.Equals("stated", StringComparison.OrdinalIgnoreCase);
        var statement = new PredictionDraftStatement(
            place, said.Groups["kind"].Value.Equals("disputed", StringComparison.OrdinalIgnoreCase), said.Groups["outcome"].Value, null, Word(said, "who"), Word(said, "why"), Word(said, "known"), Word(said, "resolved"), Word(said, "claims"));
        return isOwn ? item with { Own = statement, Outcome = item.Outcome ?? statement.Outcome } : item with { Beside = [.. item.Beside, statement] };
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
        "release" => draft with { Release = value },
        "source" => draft with { Source = value },
        "document" => draft with { Document = value },
        "topic" => draft with { Topic = value },
        "deadline" => draft with { Deadline = value },
        "criteria" or "resolution criteria" => draft with { Criteria = value },
        "known at" or "known since" => draft with { KnownAt = value },
        "hash" => draft with { Hash = value },
        "hash kept since" => draft with { HashKeptSince = value },
        _ => draft with { ReportedScore = value },
    };

    private static PredictionDraftItem? Item(FilePlace place, string line)
    {
        var bracket = BracketPattern().Match(line);
        var outcome = bracket.Success ? OutcomePattern().Match(bracket.Groups["body"].Value) : Match.Empty;
        // "[12]" and "[p = 0.9]" are a note's number and a probability; words that are no outcome must not become part of the statement unseen.
        var isOther = bracket.Success && !outcome.Success && NoOutcomePattern().IsMatch(bracket.Groups["body"].Value);
        var rest = bracket.Success && !isOther ? line[..bracket.Index].TrimEnd() : line;
        PredictionDraftItem? item = null;
        if (UnknownPattern().Match(rest) is { Success: true } unknown) item = new(place, unknown.Groups["n"].Value, unknown.Groups["rest"].Value, null, Word(outcome, "outcome"), null, Word(outcome, "why"));
        else if (PredictionItems.In(rest).FirstOrDefault() is { Probability: not null } read)
            item = new(place, read.Number?.ToString(CultureInfo.InvariantCulture), read.Statement.Of(rest), read.Probability?.ToString("0.######", CultureInfo.InvariantCulture), Word(outcome, "outcome"), null, Word(outcome, "why"));
        if (item is not null && bracket.Success && !outcome.Success && !isOther)
            throw place.Wrong($"'{bracket.Groups["body"].Value}' is no outcome; write [true], [false], [partial 0.4], [void] or [open], with a reason if there is one, such as [false: not tried]; put other words in round brackets");
        return item;
    }

    private static string? Word(Match match, string group) => match.Groups[group] is { Success: true } found ? found.Value : null;

    [GeneratedRegex(
        @"^\s{0,3}(?:[-*]\s+)?\**(?<key>forecaster|author|by|made|date|about|release|source|document|topic|deadline|(?:resolution[ ])?criteria|known[ ](?:at|since)|hash(?:[ ]kept[ ]since)?|(?:reported|published)[ ]score)(?:[ ]\([^)]*\))?\**:\**\s*(?<value>\S.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FieldPattern();

    [GeneratedRegex(@"^\s{2,20}[-*]\s+(?<key>topic|deadline|(?:resolution[ ])?criteria):\s*(?<value>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex DetailPattern();

    [GeneratedRegex(
        @"^\s{2,20}[-*]\s+(?<kind>stated|disputed|earlier)(?:[ ]by[ ](?<who>.+?))?:[ ](?<outcome>true|false|void|open|partial(?:ly)?[ :]+[01]?\.\d+)(?:;[ ]known[ ](?<known>[^;]+?))?(?:;[ ]resolved[ ](?<resolved>[^;]+?))?(?:;[ ]claims[ ](?<claims>[^;]+?))?(?:;[ ]because[ ](?<why>.*))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StatementPattern();

    [GeneratedRegex(@"^#{1,6}\s+(?<value>\S.*?)\s*#*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex(@"\s*\[(?<body>[^\]]*)\]\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BracketPattern();

    [GeneratedRegex(@"^\s*(?<outcome>true|false|yes|no|happened|failed|void|open|unknown|\?|partial(?:ly)?(?:[ :]+[01]?\.\d+)?)\s*(?:[:;,\u2013\u2014-]\s*(?<why>.*))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex OutcomePattern();

    [GeneratedRegex(@"^\s*(?:x|sic|(?:p|probability)?\s*[=:]?\s*[\d.,\s]*%?)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoOutcomePattern();

    [GeneratedRegex(@"^\s{0,9}(?<n>\d{1,2})[.)]\s+(?:\((?:\?|unknown)\)|\?%)\s*(?<rest>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnknownPattern();

    [GeneratedRegex(@"^\s{0,20}(?:[-*\u2022]\s|(?:[-*\u2022]\s+)?(?:#|no\.\s?)?[(\[]?\d{1,2}[.):\]]|[(\[]\s?(?:p\s?=\s?)?(?:\d{1,3}(?:\.\d+)?\s?%|0?\.\d))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OpeningPattern();

    [GeneratedRegex(@"^\s{0,3}(?<n>\d{1,2})[.)]\s+\S", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NumberedPattern();
}
