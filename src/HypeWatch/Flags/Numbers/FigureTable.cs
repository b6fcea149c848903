using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Flags.Numbers;

/// <summary>A row of a table: what it is about and its values; a cell without a number is null.</summary>
internal sealed record FigureRow(string Label, IReadOnlyList<double?> Values, Span Span)
{
    /// <summary>The words of its leading cells, the outermost first: a table may name model and method in a column each.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [Label];
}

/// <summary>
/// A table of a text, or the figures that a caption lists. Text readers print a row with bars or wide gaps between its cells, and authors list
/// figures in captions ("4k 0.61; 16k 0.70"); both are read.
/// </summary>
/// <param name="Name">What the text calls it (<c>table 4</c>); empty when it has no number.</param>
/// <param name="Caption">Its caption.</param>
/// <param name="Columns">Heads of the value columns, as far as known.</param>
/// <param name="Rows">Its rows.</param>
internal sealed partial record FigureTable(string Name, string Caption, IReadOnlyList<string> Columns, IReadOnlyList<FigureRow> Rows)
{
    private const int FewestFull = 2;

    /// <summary>Heads of the columns that name the rows, as far as known.</summary>
    public IReadOnlyList<string> LabelHeads { get; init; } = [];

    /// <summary>Whether it has rows and columns like a table that was set as one, and not a few figures in a row.</summary>
    public bool IsGrid => Rows.Count >= 4 && Rows.Count(row => row.Values.Count(value => value is not null) >= 2) >= 4;

    /// <summary>How a sentence of ours names it.</summary>
    public string Told => Name.Length > 0 ? Name : "its table";

    /// <summary>All words of the table.</summary>
    public string Words => string.Join(' ', [Caption, .. LabelHeads, .. Columns, .. Rows.Select(row => row.Label)]);

    /// <summary>The values of a column with their rows.</summary>
    public IReadOnlyList<(FigureRow Row, double Value)> Column(int index) =>
        [.. from row in Rows where index < row.Values.Count && row.Values[index] is not null select (row, row.Values[index]!.Value)];

    /// <summary>The head of a value column; empty when it is not known.</summary>
    public string Head(int index) => index < Columns.Count ? Columns[index] : "";

    /// <summary>The column that averages the others: the one whose head says so, or the last where every full row has there the mean of what stands before it.</summary>
    public int? AverageColumn()
    {
        var headed = Columns.ToList().FindLastIndex(head => AverageHead().IsMatch(head));
        if (headed >= 0) return headed;
        // A stray cell makes single rows longer; most rows have the table's width.
        var width = Rows.CountBy(row => row.Values.Count).MaxBy(group => group.Value).Key;
        var full = Rows.Where(row => row.Values.Count == width && row.Values.All(value => value is not null)).ToList();
        return width >= 3 && full.Count >= FewestFull && full.TrueForAll(row => Math.Abs(row.Values.SkipLast(1).Average()!.Value - row.Values[^1]!.Value) <= 0.01 * Math.Abs(row.Values[^1]!.Value))
            ? width - 1
            : null;
    }

    /// <summary>The tables of a version: those that its reader found cell by cell, then those that its text prints.</summary>
    public static IReadOnlyList<FigureTable> In(DocumentVersion version) =>
        [.. version.Tables.Select(table => GridDraft.Of(table, version.Text)).OfType<FigureTable>(), .. TableText.In(version)];

    /// <summary>The name by which a text points to a table or figure.</summary>
    public static string NameOf(string kind, string label) => (char.ToLowerInvariant(kind[0]) == 't' ? "table " : "figure ") + label.ToUpperInvariant();

    [GeneratedRegex(@"^\W*(?:avg|average|mean|overall|total)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AverageHead();
}
