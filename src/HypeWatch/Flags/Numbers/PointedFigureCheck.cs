using HypeWatch.Model;

namespace HypeWatch.Flags.Numbers;

/// <summary>
/// "Falls from 41 % to 9 % (Table 2)", where the table has 41 % and no 9 %. One figure of the sentence must stand in the table, so that it is the one meant;
/// a figure that follows from two of the table's (a difference, a ratio, a mean) is no other figure.
/// </summary>
internal static class PointedFigureCheck
{
    private const int LongestTable = 60;

    public static Contradiction? Find(Statement statement)
    {
        if (!statement.Points) return null;
        var told = Figure.In(statement.Text).Where(figure => figure.Kind == FigureKind.Percent || figure is { Kind: FigureKind.Plain, Value: > 0 and < 1 }).ToList();
        if (told.Count < 2) return null;
        if (statement.Tables() is [var (document, table)]) return Judge(told, [.. table.Rows.SelectMany(row => row.Values).OfType<double>(), .. Figure.In(table.Caption).Select(figure => figure.Value)], table.Told, Statement.Quote(document, new(table.Rows.Min(row => row.Span.Start), table.Rows.Max(row => row.Span.End))));
        return statement.PointedPassages() is { Count: > 0 } passages
            ? Judge(told, [.. passages.SelectMany(passage => Figure.In(passage.Text)).Select(figure => figure.Value)], "what it points to", Densest(passages))
            : null;
    }

    private static Contradiction? Judge(List<Figure> told, IReadOnlyList<double> given, string name, FlagQuote quote)
    {
        if (given.Count is < 2 or > LongestTable) return null;
        var missing = told.Where(figure => !Stands(figure, given)).ToList();
        return missing.Count == 1 && missing.Count < told.Count && !Follows(missing[0], given)
            ? new(FormattableString.Invariant($"{name} has no {missing[0].Value}{(missing[0].Kind == FigureKind.Percent ? " %" : "")}."), quote)
            : null;
    }

    private static bool Stands(Figure figure, IReadOnlyList<double> given) => given.Any(value => Same(figure, value) || (figure.Kind == FigureKind.Percent && (Same(figure, 100 * value) || Same(figure, 100 - value))));

    private static bool Follows(Figure figure, IReadOnlyList<double> given)
    {
        if (Same(figure, given.Average())) return true;
        for (var i = 0; i < given.Count; i++)
        {
            for (var j = 0; j < given.Count; j++)
            {
                if (i == j) continue;
                var (a, b) = (given[i], given[j]);
                if (Same(figure, a - b) || Same(figure, 100 * (a - b)) || Same(figure, (a + b) / 2) || (b != 0 && (Same(figure, 100 * (a - b) / b) || Same(figure, a / b) || Same(figure, 100 * a / b)))) return true;
            }
        }

        return false;
    }

    private static bool Same(Figure figure, double value) => Math.Abs(figure.Value - value) <= (figure.Kind == FigureKind.Percent ? 1.0 : 0.011);

    private static FlagQuote Densest(IReadOnlyList<Sentence> passages) => passages.MaxBy(passage => Figure.In(passage.Text).Count).Quote("evidence");
}
