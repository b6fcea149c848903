using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>A block being written: white space collapses to one space, characters that no reader sees are left out.</summary>
internal sealed class BlockDraft(BlockRole role, bool keepLines = false)
{
    private char[] text = new char[32];
    private List<(int Start, int End, string Url)>? links;
    private List<DraftCell>? cells;
    private List<DraftOrigin>? origins;
    private bool plain = true;
    private int bold;
    private int unbold;

    public BlockRole Role { get; set; } = role;

    public int Length { get; private set; }

    /// <summary>The table that the block is a row or the caption of; null for all others.</summary>
    public TableDraft? Table { get; set; }

    /// <summary>The comment that the block belongs to; null outside a thread.</summary>
    public CommentDraft? Comment { get; set; }

    public bool IsBlank => text.AsSpan(0, Length).IsWhiteSpace();

    /// <summary>Whether all of its words are bold.</summary>
    public bool IsBold => bold > 0 && unbold == 0;

    /// <summary>Share of the text that is linked, 0 to 1.</summary>
    public double LinkShare => Length == 0 || links is null ? 0 : Math.Min(1, links.Sum(link => link.End - link.Start) / (double)Length);

    public string Text => new(text, 0, Length);

    public IReadOnlyList<DraftCell> Cells => cells ?? [];

    public IReadOnlyList<DraftOrigin> Origins => origins ?? [];

    public BlockDraft Append(ReadOnlySpan<char> raw)
    {
        if (text.Length < Length + raw.Length) Array.Resize(ref text, Math.Max(text.Length * 2, Length + raw.Length));
        for (var i = 0; i < raw.Length; i++)
        {
            var c = raw[i];
            if (c is > ' ' and < '\u007f')
            {
                text[Length++] = c;
                continue;
            }

            if (HiddenCharacters.IsTag(raw, i)) i++;
            else if (HiddenCharacters.IsBidiControl(c)) continue;
            else if (char.IsWhiteSpace(c) && !(keepLines && c == '\n')) AppendSpace();
            else
            {
                plain &= c is '\n';
                text[Length++] = c;
            }
        }

        return this;
    }

    /// <summary>Counts words that were appended as bold or not.</summary>
    public void Ink(bool isBold, int length)
    {
        if (isBold) bold += length;
        else unbold += length;
    }

    /// <summary>Remembers that the words from here on come from a text node.</summary>
    public void From(PageText node) => (origins ??= []).Add(new(Length, node));

    public void AppendSpace()
    {
        if (Length > 0 && !char.IsWhiteSpace(text[Length - 1])) Add(' ');
    }

    public void AppendLine()
    {
        if (Length > 0 && text[Length - 1] == ' ') Length--;
        if (Length > 0) Add('\n');
    }

    public void Link(int start, int end, string url) => (links ??= []).Add((Math.Min(start, Length), Math.Min(end, Length), url));

    public void Cell(DraftCell cell) => (cells ??= []).Add(cell);

    /// <summary>The normalised words without white space at their ends, the links in them, and the cells and origins in their places.</summary>
    public FinishedDraft Finish()
    {
        var trimmed = text.AsSpan(0, Length).Trim();
        var cut = trimmed.IsEmpty ? 0 : text.AsSpan(0, Length).IndexOf(trimmed[0]);
        var raw = plain ? null : Text;
        var normalised = raw is null ? null : NormalizedText.From(raw);
        var words = normalised?.Trim() ?? trimmed.ToString();
        if (normalised is not null) cut = words.Length == 0 ? 0 : normalised.IndexOf(words, StringComparison.Ordinal);
        var shifted = normalised is null || normalised == raw ? null : Shifted(raw!);
        return new(
            words,
            links is null ? [] : [.. links.Select(link => new TextLink(Clip(link.Start, link.End), link.Url))],
            cells is null ? [] : [.. cells.Select(cell => (cell, Clip(cell.Start, cell.End)))],
            origins is null ? [] : [.. origins.Select(origin => origin with { Start = Math.Clamp((shifted?[origin.Start] ?? origin.Start) - cut, 0, words.Length) })]);

        Span Clip(int start, int end)
        {
            var from = Math.Clamp((shifted?[start] ?? start) - cut, 0, words.Length);
            var to = Math.Clamp((shifted?[end] ?? end) - cut, from, words.Length);
            while (from < to && char.IsWhiteSpace(words[from])) from++;
            while (to > from && char.IsWhiteSpace(words[to - 1])) to--;
            return new(from, to);
        }
    }

    private void Add(char c)
    {
        if (Length == text.Length) Array.Resize(ref text, text.Length * 2);
        text[Length++] = c;
    }

    /// <summary>Where the ends of links, cells and origins lie after normalisation composed or dropped characters, counted piece by piece in one pass.</summary>
    private Dictionary<int, int> Shifted(string raw)
    {
        var places = new Dictionary<int, int>();
        int last = 0, length = 0;
        var ends = (links ?? []).SelectMany(link => new[] { link.Start, link.End })
            .Concat((cells ?? []).SelectMany(cell => new[] { cell.Start, cell.End })).Concat((origins ?? []).Select(origin => origin.Start));
        foreach (var place in ends.Distinct().Order())
        {
            length += NormalizedText.From(raw[last..place]).Length;
            places[place] = length;
            last = place;
        }

        return places;
    }
}

/// <summary>A cell in a row that is being written.</summary>
internal sealed record DraftCell(int Start, int End, int Row, int Column, bool IsHeader, bool IsBold, int RowSpan, int ColumnSpan);

/// <summary>Where in a block the words of a text node begin.</summary>
internal sealed record DraftOrigin(int Start, PageText Node);

/// <summary>A block's words with what is addressed in them, relative to their first character.</summary>
internal sealed record FinishedDraft(string Words, IReadOnlyList<TextLink> Links, IReadOnlyList<(DraftCell Cell, Span Span)> Cells, IReadOnlyList<DraftOrigin> Origins);
