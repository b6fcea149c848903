using System.Text;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Drafts put together to one text, two line ends between blocks.</summary>
internal sealed record AssembledText(string Text, IReadOnlyList<Block> Blocks, IReadOnlyList<TextLink> Links)
{
    /// <summary>Keeps hostile pages with millions of empty links from filling a table.</summary>
    private const int MaxLinks = 20_000;

    private const int MaxTables = 1000;

    /// <summary>Tables, cell by cell.</summary>
    public IReadOnlyList<Table> Tables { get; init; } = [];

    /// <summary>Comments in the order of the page; null where there are none.</summary>
    public IReadOnlyList<Comment> Comments { get; init; } = [];

    /// <summary>Where in the text the words of each text node begin.</summary>
    public IReadOnlyList<DraftOrigin> Origins { get; init; } = [];

    public static AssembledText From(IEnumerable<BlockDraft> drafts)
    {
        var text = new StringBuilder();
        var blocks = new List<Block>();
        var links = new List<TextLink>();
        var origins = new List<DraftOrigin>();
        var tables = new Dictionary<TableDraft, (List<GridCell> Cells, Span? Caption)>();
        var comments = new Dictionary<CommentDraft, Span>(ReferenceEqualityComparer.Instance);
        foreach (var draft in drafts)
        {
            var finished = draft.Finish();
            if (finished.Words.Length == 0) continue;
            if (text.Length > 0) text.Append("\n\n");
            var start = text.Length;
            text.Append(finished.Words);
            var span = new Span(start, text.Length);
            blocks.Add(new(span, draft.Role));
            foreach (var link in finished.Links)
            {
                if (links.Count < MaxLinks) links.Add(new(Moved(link.Span, start), link.Url));
            }

            foreach (var origin in finished.Origins) origins.Add(origin with { Start = start + origin.Start });
            if (draft.Table is { } table) Take(tables, table, draft, finished, span);
            if (draft.Comment is { } comment) comments[comment] = comments.TryGetValue(comment, out var known) ? new(Math.Min(known.Start, start), span.End) : span;
        }

        var whole = text.ToString();
        return new(whole, blocks, links)
        {
            Tables = Build(whole, tables.Values), Comments = Number(comments), Origins = origins,
        };
    }

    private static void Take(Dictionary<TableDraft, (List<GridCell> Cells, Span? Caption)> tables, TableDraft table, BlockDraft draft, FinishedDraft finished, Span span)
    {
        if (!tables.TryGetValue(table, out var known)) known = ([], null);
        if (draft.Role.Kind == BlockKind.Caption) known.Caption = span;
        foreach (var (cell, at) in finished.Cells)
        {
            if (at.Length > 0) known.Cells.Add(new(cell.Row, cell.Column, Moved(at, span.Start), cell.IsHeader, cell.IsBold, cell.RowSpan, cell.ColumnSpan));
        }

        tables[table] = known;
    }

    private static List<Table> Build(string text, IEnumerable<(List<GridCell> Cells, Span? Caption)> drafts)
    {
        var tables = new List<Table>();
        foreach (var (cells, caption) in drafts)
        {
            if (tables.Count < MaxTables && TableGrid.Build(text, tables.Count, cells, caption) is { } table) tables.Add(table);
        }

        return tables;
    }

    private static List<Comment> Number(Dictionary<CommentDraft, Span> drafts)
    {
        var numbers = new Dictionary<CommentDraft, int>(ReferenceEqualityComparer.Instance);
        var comments = new List<Comment>(drafts.Count);
        foreach (var (draft, span) in drafts.OrderBy(entry => entry.Value.Start))
        {
            numbers[draft] = comments.Count;
            comments.Add(new(comments.Count, draft.Parent is { } parent && numbers.TryGetValue(parent, out var number) ? number : null, draft.Author, draft.Posted, draft.Karma, span));
        }

        return comments;
    }

    private static Span Moved(Span span, int by) => new(span.Start + by, span.End + by);
}
