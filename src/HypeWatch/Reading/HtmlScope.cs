namespace HypeWatch.Reading;

/// <summary>What holds for the text inside an element.</summary>
internal sealed record HtmlScope(BlockRole Role, bool Pre = false, bool InRow = false, TableDraft? Table = null, OpenCell? Cell = null, CommentDraft? Comment = null, bool IsBold = false);

/// <summary>A cell whose words are being read.</summary>
internal sealed record OpenCell(TableDraft Table, int Column, int RowSpan, int ColumnSpan, bool IsHeader, int Start, Ink Ink);

/// <summary>How much of a cell is bold.</summary>
internal sealed class Ink
{
    /// <summary>Characters in bold.</summary>
    public int Bold { get; private set; }

    /// <summary>Other characters.</summary>
    public int Plain { get; private set; }

    /// <summary>Counts characters.</summary>
    public void Add(bool isBold, int length)
    {
        if (isBold) Bold += length;
        else Plain += length;
    }
}
