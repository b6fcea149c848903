using System.Globalization;

namespace HypeWatch.Reading;

/// <summary>A table being read: counts rows, and the columns that cells from above reach down into.</summary>
internal sealed class TableDraft
{
    private const int LargestSpan = 1000;
    private const int MaxColumns = 1000;

    private readonly Dictionary<int, int> reaching = [];
    private int column;

    public int Row { get; private set; } = -1;

    /// <summary>The row's cells are headers because the row stands in the table's head.</summary>
    public bool InHead { get; set; }

    public void NextRow()
    {
        Row++;
        column = 0;
    }

    /// <summary>The column of the next cell, and how many rows and columns it covers.</summary>
    public (int Column, int RowSpan, int ColumnSpan) Place(PageElement cell)
    {
        while (column < MaxColumns && reaching.TryGetValue(column, out var until) && until > Row) column++;
        var (rows, columns) = (SpanOf(cell["rowspan"]), SpanOf(cell["colspan"]));
        var at = column;
        for (var i = 0; i < columns && column < MaxColumns; i++, column++)
        {
            if (rows > 1) reaching[column] = Row + rows;
        }

        return (at, rows, columns);
    }

    private static int SpanOf(string? stated) => int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, LargestSpan) : 1;
}
