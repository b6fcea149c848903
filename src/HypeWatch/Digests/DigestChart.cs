namespace HypeWatch.Digests;

/// <summary>Flags by kind over some weeks: the same numbers for the picture and for the table.</summary>
/// <param name="Caption">What is counted.</param>
/// <param name="Weeks">ISO weeks, such as <c>21</c>, the oldest first.</param>
/// <param name="Rows">One a kind.</param>
public sealed record DigestChart(string Caption, IReadOnlyList<string> Weeks, IReadOnlyList<DigestChart.Row> Rows)
{
    /// <summary>How many weeks are shown.</summary>
    public const int Span = 8;

    private static readonly Model.FlagKind[] Kinds = [Model.FlagKind.Overclaim, Model.FlagKind.WarrantGap, Model.FlagKind.Propagation, Model.FlagKind.Context];

    /// <summary>One kind.</summary>
    /// <param name="Name">The kind in words.</param>
    /// <param name="Counts">One number a week.</param>
    public sealed record Row(string Name, IReadOnlyList<int> Counts);

    /// <summary>The chart of the weeks that end with a period; null when there is nothing in any of them.</summary>
    public static DigestChart? Of(DigestPeriod last, IReadOnlyList<Queries.FlagDay> days)
    {
        var weeks = Enumerable.Range(0, Span).Select(i => last.Monday.AddDays(7 * (i + 1 - Span))).ToList();
        List<Row> rows = [.. Kinds.Select(kind => new Row(Words.Lower(kind), [.. weeks.Select(monday => days.Where(day => day.Kind == kind && day.Day >= monday && day.Day < monday.AddDays(7)).Sum(day => day.Flags))]))];
        return rows.TrueForAll(row => row.Counts.All(count => count == 0)) ? null
            : new("By the week in which the text was read.", [.. weeks.Select(monday => System.Globalization.ISOWeek.GetWeekOfYear(monday.ToDateTime(TimeOnly.MinValue)).ToString("00", System.Globalization.CultureInfo.InvariantCulture))], rows);
    }
}
