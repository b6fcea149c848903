using HypeWatch.Model;

namespace HypeWatch.Flags.Numbers;

/// <summary>Rows of cells on the way to a <see cref="FigureTable"/>: which are heads, which columns name the rows, and which rows only head the ones below.</summary>
internal sealed class GridDraft
{
    private const int FewestRows = 2;
    private const int MostHeads = 3;

    private readonly List<(IReadOnlyList<string> Cells, Span Span)> rows = [];
    private int heads;

    public int Count => rows.Count;

    public void Add(IReadOnlyList<string> cells, Span span) => rows.Add((cells, span));

    /// <summary>A rule across the table: what stands above the first one are heads.</summary>
    public void Rule()
    {
        if (heads == 0 && rows.Count <= MostHeads) heads = rows.Count;
    }

    /// <summary>Takes back the last row: it was the head of the next table.</summary>
    public (IReadOnlyList<string> Cells, Span Span) TakeLast()
    {
        var last = rows[^1];
        rows.RemoveAt(rows.Count - 1);
        return last;
    }

    /// <summary>The table that a reader found cell by cell.</summary>
    public static FigureTable? Of(Table table, string text)
    {
        var width = table.Cells.Max(cell => cell.Column + cell.ColumnSpan);
        var draft = new GridDraft();
        foreach (var row in table.Cells.GroupBy(cell => cell.Row).OrderBy(group => group.Key))
        {
            var cells = Enumerable.Repeat("", Math.Min(width, TableText.MostCells)).ToArray();
            var isHead = row.All(cell => cell.IsHeader && cell.RowHeaders.Count == 0) && row.Any(cell => cell.Column > 0);
            foreach (var cell in row)
                for (var column = cell.Column; column < Math.Min(cells.Length, isHead ? cell.Column + cell.ColumnSpan : cell.Column + 1); column++) cells[column] = cell.Span.Of(text);
            if (isHead && draft.heads == draft.rows.Count && draft.heads < MostHeads) draft.heads++;
            draft.Add(cells, new(row.Min(cell => cell.Span.Start), row.Max(cell => cell.Span.End)));
        }

        var caption = table.Caption is { } at ? at.Of(text) : table.Label ?? "";
        return TableText.Caption(caption) is var (name, rest) ? draft.Build(name, rest) : draft.Build("", caption);
    }

    /// <summary>The table; null when too little of it holds numbers.</summary>
    public FigureTable? Build(string name, string caption)
    {
        var first = Heads();
        if (first > MostHeads || rows.Count - first < FewestRows) return null;
        var body = rows.Skip(first).ToList();
        var width = body.Where(row => HasNumber(row.Cells)).CountBy(row => row.Cells.Count).OrderByDescending(group => group.Value).Select(group => group.Key).FirstOrDefault();
        if (width < 2) return null;
        var full = body.Where(row => row.Cells.Count == width).ToList();
        var labels = Labels(full, width);
        var titles = rows.Take(first).Select(row => Aligned(row.Cells, width)).OfType<IReadOnlyList<string>>().ToList();
        var headed = Enumerable.Range(0, width).Select(i => string.Join(' ', titles.Select(title => CellText.Plain(title[i])).Where(title => title.Length > 0).Distinct())).ToList();
        var found = new List<FigureRow>();
        string[] above = [];
        var group = "";
        foreach (var (cells, span) in full)
        {
            var parts = cells.Take(labels).Select(CellText.Plain).ToArray();
            if (cells.Skip(1).All(cell => cell.Trim().Length == 0))
            {
                group = parts[0];
                continue;
            }

            // A name that reaches down over several rows is printed in the first alone.
            for (var i = 0; i < labels - 1 && i < above.Length && parts[i].Length == 0; i++) parts[i] = above[i];
            above = parts;
            IReadOnlyList<string> named = [.. new[] { group }.Concat(parts).Where(part => part.Length > 0)];
            var values = cells.Skip(labels).Select(CellText.Number).ToList();
            if (named.Count > 0 && values.Exists(value => value is not null)) found.Add(new(string.Join(' ', parts.Where(part => part.Length > 0)), values, span) { Parts = named });
        }

        return found.Count < FewestRows ? null : new(name, caption, titles.Count > 0 ? [.. headed.Skip(labels)] : [], found) { LabelHeads = [.. headed.Take(labels).Where(head => head.Length > 0)] };
    }

    /// <summary>
    /// Rows of heads: what stands above the first rule, unless a rule parts groups of rows; where no rule tells, rows of words above the first row of numbers.
    /// </summary>
    private int Heads()
    {
        var numbered = Math.Max(0, rows.FindIndex(row => HasNumber(row.Cells)));
        return heads == 0 || numbered < heads - 1 || (numbered < heads && rows[heads - 1].Cells.Skip(1).Any(cell => CellText.Number(cell) is { } value && value % 1 != 0)) ? numbered : heads;
    }

    private static bool HasNumber(IReadOnlyList<string> cells) => cells.Skip(1).Any(cell => CellText.Number(cell) is not null);

    /// <summary>How many leading columns name the rows: the first, and those behind it that hold words alone.</summary>
    private static int Labels(List<(IReadOnlyList<string> Cells, Span Span)> body, int width)
    {
        var labels = 1;
        while (labels < width - 1 && body.TrueForAll(row => CellText.Number(row.Cells[labels]) is null) && body.Exists(row => row.Cells[labels].Any(char.IsLetter))) labels++;
        return labels;
    }

    /// <summary>Heads over their columns: a table may leave the head of the column of names out altogether. Null where they cannot be laid over the columns.</summary>
    private static IReadOnlyList<string>? Aligned(IReadOnlyList<string> cells, int width) =>
        cells.Count == width ? cells : cells.Count == width - 1 ? ["", .. cells] : null;
}
