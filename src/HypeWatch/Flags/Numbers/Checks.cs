namespace HypeWatch.Flags.Numbers;

/// <summary>Compares one way of speaking about figures with the figures; a new comparison is a new file and a line here.</summary>
internal static class Checks
{
    public static readonly IReadOnlyList<Func<Statement, Contradiction?>> All =
    [
        ShareCheck.Find, ListCheck.Find, UnchangedCheck.Find, EveryCheck.Find, SuperiorCheck.Find, ColumnCheck.Find, RangeCheck.Find, TrendCheck.Find, WholeCheck.Find, RepeatedFigureCheck.Find,
        RatioCheck.Find, SignificanceCheck.Find, PointedFigureCheck.Find,
    ];
}
