using System.Text.RegularExpressions;

namespace HypeWatch.Flags.Numbers;

/// <summary>An outcome for all cases, for a stated number of them, or for most of each: the rows of the table that go the other way.</summary>
internal static partial class EveryCheck
{
    public static Contradiction? Find(Statement statement)
    {
        if (statement.MakesException) return null;
        if (Majority().IsMatch(statement.Text)) return Minority(statement);
        if (Direction(statement.Text) is not { } direction) return null;
        var every = Every().Match(statement.Text);
        var counted = Counted().Match(statement.Text);
        if (!every.Success && !counted.Success) return null;
        if (statement.IsLong && !statement.Points) return null;
        foreach (var (document, table) in statement.Tables())
        {
            var changes = Changes(table);
            if (changes.Count < 3) continue;
            var against = changes.Where(change => Math.Sign(change.Change) == -direction && !statement.Names(change.Row.Label)).ToList();
            if (counted.Success)
            {
                if (Figure.Count(counted.Groups["part"].Value) is not { } part || Figure.Count(counted.Groups["whole"].Value) != changes.Count || part == changes.Count) continue;
                var real = changes.Count(change => Math.Sign(change.Change) == direction);
                if (real != part && against.Count > 0)
                    return new(FormattableString.Invariant($"{table.Name} shows it for {real} of {changes.Count}."), Statement.Quote(document, against[0].Row.Span));
                continue;
            }

            if (against.Count > 0)
                return new(
                    FormattableString.Invariant($"{table.Told} shows the opposite for {string.Join(", ", against.Take(3).Select(change => change.Row.Label))}."),
                    Statement.Quote(document, against[0].Row.Span));
        }

        return null;
    }

    /// <summary>More than half in each set, against a set with less than half.</summary>
    private static Contradiction? Minority(Statement statement)
    {
        if (statement.IsLong && !statement.Points) return null;
        foreach (var (document, table) in statement.Tables())
        {
            var column = table.Column(0);
            var scale = column.Count > 0 && column.All(entry => entry.Value <= 1) ? 0.5 : 50;
            var below = column.Where(entry => entry.Value < scale && !statement.Names(entry.Row.Label)).ToList();
            if (column.Count < 2 || below.Count == 0 || below.Count == column.Count || column.Any(entry => entry.Value > 100)) continue;
            return new(FormattableString.Invariant($"{(table.Name.Length > 0 ? table.Name : "the list")} has {below[0].Value} for {below[0].Row.Label}."), Statement.Quote(document, below[0].Row.Span));
        }

        return null;
    }

    [GeneratedRegex(@"\b(?:majority|most of|most \p{L}+s\b|more than half|over half)\b[^.]{0,60}\b(?:in|of|for|at|across|on) (?:every|each|all)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Majority();

    /// <summary>The change that each row reports: a signed figure, or the difference of a value before and a value after.</summary>
    private static List<(FigureRow Row, double Change)> Changes(FigureTable table)
    {
        var isChange = ChangeWords().IsMatch(string.Join(' ', [table.Caption, .. table.Columns]));
        var signed = table.Rows.Any(row => row.Values is [< 0, ..]);
        if (isChange || signed) return [.. from row in table.Rows where row.Values is [not null, ..] select (row, row.Values[0]!.Value)];
        return BeforeAfter().IsMatch(string.Join(" | ", table.Columns))
            ? [.. from row in table.Rows where row.Values is [not null, not null, ..] select (row, row.Values[1]!.Value - row.Values[0]!.Value)]
            : [];
    }

    private static int? Direction(string text) => Down().IsMatch(text) ? -1 : Up().IsMatch(text) ? 1 : null;

    [GeneratedRegex(@"\b(?:all|every|each|both|any)\b(?!\s(?:other|previous|prior|existing)\b)|\bwithout exception\b|\bacross the board\b|\buniversally\b|\bconsistently\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Every();

    [GeneratedRegex(@"\b(?<part>" + Figure.CountPattern + @")\s(?:out\s)?of\s(?:the\s|our\s)?(?<whole>" + Figure.CountPattern + @")\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"\b(?:harms?|harmed|lowers?|lowered|reduc\w+|degrad\w+|hurts?|drops?|decreas\w+|falls?|worsen\w*|impair\w*|damag\w+|suppress\w*)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Down();

    [GeneratedRegex(@"\b(?:improv\w+|rais\w+|increas\w+|helps?|gains?|boost\w*|higher|rises?|better|grows?|enhanc\w+|benefit\w*)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Up();

    [GeneratedRegex(@"\b(?:change|difference|delta|gain|improvement|effect)s?\b|\u0394", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChangeWords();

    [GeneratedRegex(@"\b(?:before|original|base|baseline|clean|without|w/o|unsteered|unedited)\b.{0,60}\b(?:after|with|steered|edited|ablated|ours|tuned)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BeforeAfter();
}
