using System.Text.RegularExpressions;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Joins wrapped lines to paragraphs, headings, captions, rows and reference entries; drops page numbers and running heads.</summary>
internal sealed partial class LayoutParagraphs(Vocabulary vocabulary, IReadOnlyList<string> lines, bool ragged)
{
    private const int LongestCell = 40;
    private const int LongestColumnName = 12;

    private readonly List<BlockDraft> drafts = [];
    private readonly WrappedText paragraph = new(vocabulary);
    private readonly SectionNumbers numbers = new();
    private readonly LayoutGrid grid = new();
    private readonly RunningHeads heads = new(lines);
    private BlockKind kind = BlockKind.Paragraph;
    private bool isFirst = true;
    private bool blankBefore = true;
    private bool inReferences;
    private bool listSeen;
    private int width;
    private int lastLength;

    public List<BlockDraft> Build()
    {
        var lengths = lines.Select(line => line.Trim().Length).Where(length => length > 0).Order().ToList();
        width = lengths.Count == 0 ? 0 : lengths[lengths.Count * 9 / 10];
        for (var i = 0; i < lines.Count; i++) Take(lines[i], i + 1 < lines.Count ? lines[i + 1].Trim('\f', ' ') : "");
        Flush();
        grid.MoveTo(drafts);
        MarkTitle();
        return drafts;
    }

    private void Take(string raw, string next)
    {
        var line = raw.Trim('\f', ' ', '\t');
        if (line.Length == 0)
        {
            blankBefore = true;
            return;
        }

        if (heads.Holds(line) && !(isFirst && RunningHeads.IsTitle(line))) return;
        isFirst = false;
        // Margin notes can push a heading behind the end of a line.
        var gap = line.LastIndexOf("        ", StringComparison.Ordinal);
        if (gap > 0 && Heading(line[(gap + 8)..].Trim()) is { } late && numbers.Fit(late) == NumberFit.Exact)
        {
            paragraph.Join(line[..gap].TrimEnd());
            AddHeading(late);
            return;
        }

        var wide = line.IndexOf("     ", StringComparison.Ordinal);
        if (wide > 0 && Heading(line[..wide]) is { IsSetApart: true } early && numbers.Fit(early) == NumberFit.Exact)
        {
            AddHeading(early);
            paragraph.Join(line[wide..].Trim());
            return;
        }

        if (GluedReferences().Match(line) is { Success: true } glued && SectionHeading.TryParse(glued.Value) is { } list)
        {
            paragraph.Join(line[..glued.Index]);
            AddHeading(list);
            return;
        }

        if (Heading(line) is { } heading && IsBelievable(heading))
        {
            AddHeading(heading);
            return;
        }

        if (!ragged && IsBareHeading(line, next))
        {
            Flush();
            grid.MoveTo(drafts);
            inReferences = SectionRoles.IsReferences(line);
            drafts.Add(new BlockDraft(new(BlockKind.Heading, 3)).Append(line));
            blankBefore = true;
            return;
        }

        if (!inReferences && ragged && IsRow(line))
        {
            Flush();
            grid.Add(raw.TrimEnd());
            blankBefore = true;
            return;
        }

        // The list goes on in the next column, behind thanks or limitations that stand in this one.
        if (listSeen && !inReferences && !numbers.InAppendix && (blankBefore || paragraph.EndsSentence()) && EntryStarts.Opens(line, next))
        {
            Flush();
            inReferences = true;
        }

        if (StartsBlock(line)) Flush();
        if (paragraph.IsEmpty)
        {
            grid.MoveTo(drafts);
            kind = KindOf(line);
        }

        paragraph.Join(line);
        // In print of even width a short last line ends a paragraph; in any print it ends a caption.
        blankBefore = paragraph.EndsSentence() && (!ragged ? line.Length * 10 < width * 8 : kind == BlockKind.Caption && line.Length * 4 < lastLength * 3);
        lastLength = line.Length;
    }

    /// <summary>Its number comes next, or a sentence ends before it and its number fits or its words are those of a usual section.</summary>
    private bool IsBelievable(SectionHeading heading)
    {
        var fit = numbers.Fit(heading);
        if (fit == NumberFit.None) return false;
        // Nothing else consists of this one word.
        if (heading.Number.Length == 0 && heading.Rest.Length == 0 && SectionRoles.IsReferences(heading.Words)) return true;
        // In a paper that numbers its sections, a lone "Method" heads a column of a table.
        if (heading.Number.Length == 0 && numbers.HasSections && heading.Words.Length <= LongestColumnName && SectionRoles.Of(heading.Words) is Place.Method or Place.Results or Place.Introduction or Place.RelatedWork or Place.Discussion) return false;
        if (heading.IsSetApart) return true;
        var free = blankBefore || paragraph.EndsSentence();
        var usual = SectionRoles.Of(heading.Words) is not null;
        return fit == NumberFit.Exact
            ? free || (heading.Number.Length > 0 && (usual || heading.Level > 1)) || (heading.Number.Length == 0 && inReferences)
            : free && (usual || heading.Level == 1);
    }

    /// <summary>A short line of its own between a sentence's end and a capital, as word processors print headings.</summary>
    private bool IsBareHeading(string line, string next) =>
        !inReferences && !CaptionLine.Opens(line) && (blankBefore || paragraph.EndsSentence()) && line.Length is > 3 and <= 90 && line.Length * 10 < width * 8 && char.IsUpper(line[0]) &&
        line[^1] is not ('.' or '!' or ':' or ',' or ';' or ')' or '-') && next.Length > 0 && (char.IsUpper(next[0]) || next[0] is '\u201c' or '"') && line.Count(c => c == ' ') < 12 &&
        next.Length > line.Length;

    private void AddHeading(SectionHeading heading)
    {
        Flush();
        grid.MoveTo(drafts);
        inReferences = SectionRoles.IsReferences(heading.Words);
        listSeen |= inReferences;
        numbers.Accept(heading);
        drafts.Add(new BlockDraft(new(BlockKind.Heading, heading.Level, IsAppendix: numbers.InAppendix)).Append(heading.Printed));
        if (heading.Rest.Length > 0) paragraph.Join(heading.Rest);
        blankBefore = true;
    }

    private bool StartsBlock(string line)
    {
        if (paragraph.IsEmpty) return false;
        if (inReferences) return EntryStarts.Between(paragraph.ToString(), line, blankBefore);
        if (Bullet().IsMatch(line) || CaptionLine.Opens(line)) return true;
        if (!blankBefore) return false;
        // A page's end inside a sentence is no end of the paragraph.
        return paragraph.EndsSentence() || kind == BlockKind.Caption || !char.IsLower(line[0]);
    }

    private BlockKind KindOf(string line) =>
        inReferences ? BlockKind.Reference : CaptionLine.Opens(line) ? BlockKind.Caption : Bullet().IsMatch(line) ? BlockKind.ListItem : BlockKind.Paragraph;

    private void Flush()
    {
        if (!paragraph.IsEmpty)
        {
            var draft = new BlockDraft(new(kind, IsAppendix: numbers.InAppendix && kind != BlockKind.Reference)).Append(paragraph.ToString());
            if (kind == BlockKind.Caption) grid.Caption(draft, drafts);
            drafts.Add(draft);
        }

        paragraph.Clear();
        kind = BlockKind.Paragraph;
    }

    /// <summary>Three or more stretches with wide gaps, or mostly figures: a row of a table or the words in a picture.</summary>
    private static bool IsRow(string line) =>
        (Gap().Count(line) >= 2 && Gap().Split(line).All(part => part.Length < LongestCell)) || line.Count(char.IsLetter) * 5 < line.Count(c => c != ' ') * 2;

    /// <summary>The lines before the first section that stand at the very top are the title, up to the first blank line.</summary>
    private void MarkTitle()
    {
        if (drafts.Count > 0 && drafts[0].Role.Kind is BlockKind.Paragraph or BlockKind.TableRow && drafts[0].Length is > 5 and < 250) drafts[0].Role = new(BlockKind.Heading, 1);
        for (var i = 1; i < drafts.Count && drafts[i].Role.Kind != BlockKind.Heading; i++)
        {
            if (drafts[i].Length < 300) drafts[i].Role = new(BlockKind.Byline);
        }
    }

    private static SectionHeading? Heading(string line) => line.Length <= 120 ? SectionHeading.TryParse(line) : null;

    /// <summary>The heading of the list behind the end of a sentence of the other column.</summary>
    [GeneratedRegex(@"(?<=[.)\d])(?:References|REFERENCES)$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GluedReferences();

    [GeneratedRegex(" {3,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Gap();

    [GeneratedRegex(@"^(?:[\u2022\u25e6\u25aa\u2023\u00b7\u25cf]|[-\u2013*]\s|\(\d{1,2}\)\s|\(?[ivx]{1,4}\)\s)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Bullet();
}
