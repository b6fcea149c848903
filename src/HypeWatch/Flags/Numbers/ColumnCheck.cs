using System.Text.RegularExpressions;
using HypeWatch.Lexicons;

namespace HypeWatch.Flags.Numbers;

/// <summary>"Vectors outperform prompts for all personas", where the table has the methods in its columns: a row in which the other column is ahead.</summary>
internal static partial class ColumnCheck
{
    public static Contradiction? Find(Statement statement)
    {
        var verb = Ahead().Match(statement.Text);
        if (!verb.Success || !Universal().IsMatch(statement.Text) || statement.MakesException || Negated().IsMatch(statement.Text)) return null;
        var subject = ContentWords.Of(statement.Text[..verb.Index]);
        foreach (var (document, table) in statement.Tables())
        {
            if (table.Columns.Count < 2) continue;
            var own = Columns(table, head => head.Overlaps(subject) && !head.IsSupersetOf(ContentWords.Of(statement.Text[verb.Index..]))).ToList();
            if (own.Count != 1) continue;
            var fewer = Fewer().IsMatch(verb.Value) || Cost().IsMatch(table.Caption);
            var rivals = Columns(table, head => head.Overlaps(ContentWords.Of(statement.Text[verb.Index..]))).Except(own).ToList();
            if (rivals.Count == 0 && Others().IsMatch(statement.Text)) rivals = [.. Enumerable.Range(0, table.Columns.Count).Except(own)];
            foreach (var row in table.Rows)
            {
                if (Value(row, own[0]) is not { } ours || statement.Names(row.Label)) continue;
                foreach (var rival in rivals)
                {
                    if (Value(row, rival) is not { } theirs || (fewer ? theirs >= ours : theirs <= ours)) continue;
                    return new(
                        FormattableString.Invariant($"{table.Told}, {row.Label}: {table.Columns[rival]} {theirs}, {table.Columns[own[0]]} {ours}."), Statement.Quote(document, row.Span));
                }
            }
        }

        return null;
    }

    private static IEnumerable<int> Columns(FigureTable table, Func<IReadOnlySet<string>, bool> isNamed) =>
        Enumerable.Range(0, table.Columns.Count).Where(i => isNamed(ContentWords.Of(table.Columns[i])));

    private static double? Value(FigureRow row, int column) => column < row.Values.Count ? row.Values[column] : null;

    [GeneratedRegex(@"\b(?:outperform\w*|beats?|surpass\w*|exceeds?|(?:is|are|was|were|performs?|does|do|scores?|works?) (?:\w+\s)?(?:better|higher|ahead|best)|degrades? (?:the )?least|drops? (?:the )?least|loses? (?:the )?least|wins?)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ahead();

    [GeneratedRegex(@"\b(?:all|every|each|always|throughout|without exception|both)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Universal();

    [GeneratedRegex(@"\b(?:all|every|any|each|other|others|rest)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Others();

    [GeneratedRegex(@"\bleast\b", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Fewer();

    [GeneratedRegex(@"\b(?:lower is better|drop|error|loss|perplexity|cost)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cost();

    [GeneratedRegex(@"\b(?:not|never|no|nor|fails?)\b|n't\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Negated();
}
