using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>A cell as a reader finds it, before anything is said about headers.</summary>
/// <param name="Row">Row, from 0.</param>
/// <param name="Column">Column, from 0, cells that reach down from above counted.</param>
/// <param name="Span">The cell's words in the finished text.</param>
/// <param name="IsHeader">The page marks it as a header.</param>
/// <param name="IsBold">All of its words are bold.</param>
/// <param name="RowSpan">Rows that it covers.</param>
/// <param name="ColumnSpan">Columns that it covers.</param>
internal sealed record GridCell(int Row, int Column, Span Span, bool IsHeader = false, bool IsBold = false, int RowSpan = 1, int ColumnSpan = 1);

/// <summary>Makes a <see cref="Table"/> of cells: which are headers, what each value stands under, in which unit. The one place for every format.</summary>
internal static partial class TableGrid
{
    private const int LongestHeader = 200;
    private const int MaxHeaders = 8;

    /// <summary>Builds the table; null when the cells make none (fewer than two rows or two columns).</summary>
    /// <param name="text">The finished text.</param>
    /// <param name="index">Position of the table in the version.</param>
    /// <param name="cells">Non-empty cells, row by row.</param>
    /// <param name="caption">Where the caption stands.</param>
    public static Table? Build(string text, int index, IReadOnlyList<GridCell> cells, Span? caption)
    {
        if (cells.Count < 2 || cells.All(cell => cell.Row == cells[0].Row) || cells.All(cell => cell.Column == cells[0].Column)) return null;
        var headerRows = HeaderRows(text, cells);
        var headerColumns = HeaderColumns(text, cells, headerRows);
        var above = new Dictionary<int, List<string>>();
        var left = new List<(string Words, int Until)>();
        var row = -1;
        var result = new List<TableCell>(cells.Count);
        foreach (var cell in cells)
        {
            if (cell.Row != row)
            {
                row = cell.Row;
                left.RemoveAll(header => header.Until <= row);
            }

            var words = cell.Span.Of(text);
            var isColumnHeader = cell.Row < headerRows;
            var isRowHeader = !isColumnHeader && (cell.IsHeader || cell.Column < headerColumns);
            IReadOnlyList<string> rowHeaders = isColumnHeader ? [] : [.. left.Select(header => header.Words)];
            IReadOnlyList<string> columnHeaders = above.GetValueOrDefault(cell.Column) is { } found ? [.. found] : [];
            result.Add(new(cell.Row, cell.Column, cell.Span, isColumnHeader || isRowHeader, cell.IsBold, rowHeaders, columnHeaders, Unit(words, columnHeaders, rowHeaders), cell.RowSpan, cell.ColumnSpan));
            if (words.Length > LongestHeader) continue;
            if (isColumnHeader) AddAbove(above, cell, words);
            else if (isRowHeader && left.Count < MaxHeaders) left.Add((words, cell.Row + cell.RowSpan));
        }

        return new(index, new(cells[0].Span.Start, cells.Max(cell => cell.Span.End)), caption, caption is { } at ? Label(at.Of(text)) : null, result);
    }

    /// <summary>The name in front of a caption, for example <c>Table 3</c>.</summary>
    public static string? Label(string caption)
    {
        var match = LabelPattern().Match(caption);
        return match.Success ? string.Join(' ', match.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : null;
    }

    private static void AddAbove(Dictionary<int, List<string>> above, GridCell cell, string words)
    {
        for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
        {
            if (!above.TryGetValue(column, out var list)) above[column] = list = [];
            if (list.Count < MaxHeaders) list.Add(words);
        }
    }

    /// <summary>Rows of headers alone at the head; where the page marks none, a first row of words over rows of numbers.</summary>
    private static int HeaderRows(string text, IReadOnlyList<GridCell> cells)
    {
        var rows = cells.GroupBy(cell => cell.Row).OrderBy(group => group.Key).ToList();
        var marked = rows.TakeWhile(group => group.All(cell => cell.IsHeader)).Count();
        if (marked > 0) return marked < rows.Count ? rows[marked].Key : 0;
        var first = rows[0].Skip(rows[0].Count() > 1 ? 1 : 0);
        return first.All(cell => !IsValue(cell.Span.Of(text))) && rows.Skip(1).Any(group => group.Any(cell => IsValue(cell.Span.Of(text)))) ? rows[1].Key : 0;
    }

    /// <summary>One column of words where the other columns hold a number; marked headers speak for themselves.</summary>
    private static int HeaderColumns(string text, IReadOnlyList<GridCell> cells, int headerRows)
    {
        var body = cells.Where(cell => cell.Row >= headerRows).ToList();
        if (body.Any(cell => cell.IsHeader)) return 0;
        return body.Where(cell => cell.Column == 0).All(cell => !IsValue(cell.Span.Of(text))) && body.Any(cell => cell.Column > 0 && IsValue(cell.Span.Of(text))) ? 1 : 0;
    }

    private static bool IsValue(string words) => words.Length <= 60 && ValuePattern().IsMatch(words);

    private static string? Unit(string words, IReadOnlyList<string> columnHeaders, IReadOnlyList<string> rowHeaders)
    {
        var own = OwnUnit().Match(words);
        if (own.Success) return own.Groups["unit"].Value;
        foreach (var header in columnHeaders.Reverse().Concat(rowHeaders.Reverse()))
        {
            var match = HeaderUnit().Match(header);
            if (match.Success) return match.Groups["unit"].Value;
        }

        return null;
    }

    [GeneratedRegex(@"^\s{0,3}(?:supplementary\s|extended\sdata\s)?table\s{1,3}[A-Z]?\.?\d{0,3}(?:\.\d{1,3}){0,2}(?=\W|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LabelPattern();

    [GeneratedRegex(@"^[^\p{L}\d]{0,4}\d[\d.,\s]{0,20}|^[\u2013\u2014-]{1,3}$|^(?:n/?a|\u2713|\u2717|yes|no)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ValuePattern();

    [GeneratedRegex(@"^[^\p{L}]{0,3}\d[\d.,]{0,15}\s?(?<unit>%|\u2030|ms|s|sec|min|h|[kMGT]i?B|GFLOPs|TFLOPs|FLOPs|kWh|W|x|\u00d7|pp|pts?|bits?|nats?|tokens?)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OwnUnit();

    [GeneratedRegex(@"(?:[(\[,]\s?(?:in\s)?)(?<unit>%|\u2030|ms|s|secs?|seconds?|mins?|minutes?|h|hours?|days?|[kMGT]i?B|GFLOPs|TFLOPs|FLOPs|kWh|W|x|\u00d7|pp|pts?|points?|bits?|nats?|tokens?|USD|\$|\u20ac)\s?[)\]]?|(?<unit>%)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HeaderUnit();
}
