namespace HypeWatch.Reading;

/// <summary>A row of a table in LaTeX source.</summary>
/// <param name="IsHead">It stands above the middle rule.</param>
/// <param name="Cells">Source of each cell, and the columns that it covers.</param>
internal sealed record LatexRow(bool IsHead, IReadOnlyList<(string Words, string Span)> Cells);

/// <summary>Cuts the inside of a <c>tabular</c> into rows and cells.</summary>
internal static class LatexTable
{
    private const string MiddleRule = "\\midrule";

    /// <summary>The rows that hold more than rules.</summary>
    public static IEnumerable<LatexRow> Rows(string inner)
    {
        var head = inner.IndexOf(MiddleRule, StringComparison.Ordinal);
        var at = 0;
        foreach (var row in inner.Split("\\\\"))
        {
            var isHead = head > 0 && at + row.Length <= head;
            at += row.Length + 2;
            var words = LatexLabels.Rules().Replace(row, "");
            if (words.Trim().Length > 0) yield return new(isHead, [.. LatexLabels.Cells().Split(words).Select(Cell)]);
        }
    }

    private static (string Words, string Span) Cell(string cell) =>
        LatexLabels.Multicolumn().Match(cell) is { Success: true } wide ? (wide.Groups["words"].Value.Trim(), wide.Groups["span"].Value) : (cell.Trim(), "1");
}
