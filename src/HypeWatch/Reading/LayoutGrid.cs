using System.Text.RegularExpressions;

namespace HypeWatch.Reading;

/// <summary>
/// Gathers the rows of a table that a layout program printed as stretches with wide gaps between them. The row with the most stretches tells where the columns
/// stand; each stretch of the others belongs to the columns above or below which it stands.
/// </summary>
internal sealed partial class LayoutGrid
{
    private const int MaxRows = 400;

    private readonly List<string> rows = [];
    private BlockDraft? captionBefore;
    private TableDraft? last;

    /// <summary>Adds a printed row, with the spaces before it.</summary>
    public void Add(string raw) => rows.Add(raw);

    /// <summary>Takes note of a caption: of the table that ended just before it, else of the one that begins behind it.</summary>
    /// <param name="caption">The caption.</param>
    /// <param name="drafts">What was read before it.</param>
    public void Caption(BlockDraft caption, List<BlockDraft> drafts)
    {
        MoveTo(drafts);
        if (!caption.Text.StartsWith("Table", StringComparison.Ordinal)) return;
        if (last is not null && drafts.Count > 0 && ReferenceEquals(drafts[^1].Table, last))
        {
            caption.Table = last;
            last = null;
        }
        else captionBefore = caption;
    }

    /// <summary>Ends the table and puts its rows behind what was read before.</summary>
    public void MoveTo(List<BlockDraft> drafts)
    {
        if (rows.Count == 0) return;
        var stretches = rows.ConvertAll(Places);
        var columns = Columns(stretches);
        var table = rows.Count > 1 && columns.Count > 1 && rows.Count <= MaxRows ? new TableDraft() : null;
        for (var row = 0; row < rows.Count; row++)
        {
            var draft = new BlockDraft(new(BlockKind.TableRow)) { Table = table };
            foreach (var (start, end) in stretches[row])
            {
                if (draft.Length > 0) draft.Append(" | ");
                var from = draft.Length;
                draft.Append(rows[row].AsSpan(start, end - start));
                if (table is null) continue;
                var (column, count) = ColumnsOf(columns, start, end);
                draft.Cell(new(from, draft.Length, row, column, IsHeader: false, IsBold: false, 1, count));
            }

            drafts.Add(draft);
        }

        if (captionBefore is not null && table is not null && drafts.Count > rows.Count && ReferenceEquals(drafts[^(rows.Count + 1)], captionBefore)) captionBefore.Table = table;
        else last = table;
        captionBefore = null;
        rows.Clear();
    }

    private static List<(int Start, int End)> Places(string row)
    {
        var places = new List<(int Start, int End)>();
        foreach (var match in Stretch().EnumerateMatches(row)) places.Add((match.Index, match.Index + match.Length));
        return places;
    }

    private static List<(int Start, int End)> Columns(List<List<(int Start, int End)>> stretches)
    {
        var widest = stretches.MaxBy(row => row.Count)!;
        var columns = widest.ToList();
        foreach (var (start, end) in stretches.SelectMany(row => row))
        {
            var over = columns.FindIndex(column => column.Start < end && start < column.End);
            if (over >= 0 && columns.FindLastIndex(column => column.Start < end && start < column.End) == over)
                columns[over] = (Math.Min(columns[over].Start, start), Math.Max(columns[over].End, end));
        }

        return columns;
    }

    private static (int Column, int Count) ColumnsOf(List<(int Start, int End)> columns, int start, int end)
    {
        var first = columns.FindIndex(column => column.Start < end && start < column.End);
        if (first >= 0) return (first, columns.FindLastIndex(column => column.Start < end && start < column.End) - first + 1);
        var middle = (start + end) / 2;
        var nearest = 0;
        for (var i = 1; i < columns.Count; i++)
        {
            if (Math.Abs(((columns[i].Start + columns[i].End) / 2) - middle) < Math.Abs(((columns[nearest].Start + columns[nearest].End) / 2) - middle)) nearest = i;
        }

        return (nearest, 1);
    }

    /// <summary>Words with one space between them; two stand between words of type set wide, but between figures they divide columns.</summary>
    [GeneratedRegex(@"\S+(?: \S+|(?<=[\p{L},]) {2}(?=\p{L})\S+)*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Stretch();
}
