using System.Globalization;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Turns the visible part of an element into blocks, links and findings.</summary>
internal sealed class HtmlWalker(HtmlMainContent content, Uri? baseAddress, CitationNumbers citations)
{
    private const int MaxFindings = 50;
    private const int ShortestHidden = 30;
    private const int LookForSource = 60;
    private const int LongestHidden = 2000;

    private readonly List<BlockDraft> drafts = [];
    private readonly List<BlockDraft> notes = [];
    private readonly List<PageFinding> findings = [];
    private readonly Stack<Frame> frames = new();
    private readonly Dictionary<PageElement, int> counts = [];
    private HtmlScope scope = new(new(BlockKind.Paragraph));
    private BlockDraft? current;
    private string? marker;
    private List<BlockDraft>? target;

    public IReadOnlyList<PageFinding> Findings => findings;

    /// <summary>The blocks met so far, notes last.</summary>
    public List<BlockDraft> Finish()
    {
        Flush();
        return [.. drafts, .. notes];
    }

    public void Walk(PageElement root) => HtmlTraversal.Walk(root, Enter, Leave);

    private bool Enter(PageNode node)
    {
        switch (node)
        {
            case PageText text:
                Write(text);
                return false;
            case PageComment comment:
                if (InjectionCues.Match(comment.Data) is { } suspicious) Report(InjectionCues.Kind, suspicious, comment);
                return false;
            case PageElement element:
                return EnterElement(element);
            default:
                return false;
        }
    }

    private bool EnterElement(PageElement element)
    {
        if (HtmlVisibility.IsMachinery(element) || HtmlNotes.IsMark(element)) return false;
        if (content.IsHidden(element))
        {
            ReportHidden(element);
            return false;
        }

        if (!scope.Role.IsComment && content.IsFurniture(element)) return false;
        switch (element.Name)
        {
            case "br":
                current?.AppendLine();
                return false;
            case "img" or "hr":
                if (element.Name == "hr") Flush();
                return false;
            case "math":
                Write(element["alttext"] ?? element.Below(200).FirstOrDefault(inner => inner.Name == "annotation")?.RawText() ?? element.RawText());
                return false;
            case "d-cite" or "dt-cite":
                Write(citations.MarkFor(element["key"] ?? element["bibtex-key"] ?? ""));
                return false;
        }

        frames.Push(new(scope, null, 0, null, IsNote: false));
        if (HtmlNotes.IsNote(element)) EnterNote();
        else if (scope.InRow && HtmlBlocks.IsBlock(element)) current?.AppendSpace();
        else if (HtmlBlocks.IsBlock(element)) EnterBlock(element);
        if (element.Name is "td" or "th" && scope is { InRow: true, Table: { } table }) EnterCell(element, table);
        if ((element.Tag.Traits & TagTraits.Bold) != TagTraits.None || HtmlVisibility.HasClass(element, "ltx_font_bold")) scope = scope with { IsBold = true };
        if (element.Name == "a") EnterLink(element);
        return true;
    }

    private void EnterBlock(PageElement element)
    {
        Flush();
        scope = ScopeOf(element);
        if (element.Name == "tr") scope.Table?.NextRow();
        if (element.Name == "thead" && scope.Table is { } table) table.InHead = true;
        if (element.Name == "li") marker = scope.Role.Kind == BlockKind.Footnote ? null : MarkerOf(element);
    }

    private void EnterCell(PageElement element, TableDraft table)
    {
        if (current is { Length: > 0 }) Write(" | ");
        current ??= NewDraft();
        var (column, rows, columns) = table.Place(element);
        var isHeader = element.Name == "th" || table.InHead || HtmlVisibility.HasClass(element, "ltx_th");
        var isBold = HtmlVisibility.HasClass(element, "ltx_font_bold");
        scope = scope with { Cell = new(table, column, rows, columns, isHeader, current.Length, new()), IsBold = isBold };
    }

    private void LeaveCell(OpenCell cell)
    {
        if (current is null) return;
        current.Cell(new(Math.Min(cell.Start, current.Length), current.Length, cell.Table.Row, cell.Column, cell.IsHeader, cell.Ink is { Bold: > 0, Plain: 0 }, cell.RowSpan, cell.ColumnSpan));
    }

    /// <summary>The number that a browser prints before an item of an ordered list; the text refers to items by it.</summary>
    private string? MarkerOf(PageElement item)
    {
        if (item.Parent is not { Name: "ol" } list || HtmlVisibility.HasClass(list, "ltx_biblist")) return null;
        if (!counts.TryGetValue(list, out var number)) number = int.TryParse(list["start"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var start) ? start - 1 : 0;
        counts[list] = ++number;
        return string.Create(CultureInfo.InvariantCulture, $"{number}. ");
    }

    private void EnterNote()
    {
        var frame = frames.Pop();
        frames.Push(frame with { Draft = current, Target = target, IsNote = true });
        (current, target) = (null, notes);
        scope = scope with { Role = scope.Role with { Kind = BlockKind.Footnote }, InRow = false, Cell = null, Table = null };
    }

    private void EnterLink(PageElement element)
    {
        if (element["href"] is not { Length: > 0 and < 4000 } href || href[0] == '#') return;
        if (!Uri.TryCreate(baseAddress, href.Trim(), out var address) && !Uri.TryCreate(href.Trim(), UriKind.Absolute, out address)) return;
        if (address.Scheme is not ("http" or "https")) return;
        current ??= NewDraft();
        var frame = frames.Pop();
        frames.Push(frame with { Link = address.AbsoluteUri, Draft = current, LinkStart = current.Length });
    }

    private void Leave(PageElement element)
    {
        var frame = frames.Pop();
        if (frame.Link is { } url) frame.Draft!.Link(frame.LinkStart, frame.Draft.Length, url);
        if (frame.IsNote)
        {
            Flush();
            (current, target) = (frame.Draft, frame.Target);
        }
        else if (scope.Cell is { } cell && frame.Scope.Cell is null) LeaveCell(cell);
        else if (!frame.Scope.InRow && HtmlBlocks.IsBlock(element)) Flush();

        if (element.Name == "thead" && frame.Scope.Table is { } table) table.InHead = false;
        scope = frame.Scope;
    }

    private HtmlScope ScopeOf(PageElement element)
    {
        var (role, comment, table) = (scope.Role, scope.Comment, scope.Table);
        if (content.IsComment(element))
        {
            comment = HtmlComments.Head(element, comment);
            role = role with { IsComment = true, Speaker = comment.Author };
        }

        if (element.Name == "table" || element.Name == "figure" && HtmlVisibility.HasClass(element, "ltx_table") && table is null) table = element.Name == "table" && scope.Table is { Row: < 0 } around ? around : new();
        if (element.Name is "d-appendix" or "dt-appendix" || HtmlVisibility.HasClass(element, "ltx_appendix")) role = role with { IsAppendix = true };
        if (HtmlNotes.IsNoteList(element)) role = role with { Kind = BlockKind.Footnote };
        if (role.Kind != BlockKind.Footnote) role = role with { Kind = HtmlBlocks.KindOf(element, role.Kind), Level = 0 };
        if (role.Kind == BlockKind.Heading && (element.Tag.Traits & TagTraits.Heading) != TagTraits.None) role = role with { Level = element.Name[1] - '0' };
        else if (element.Name == "blockquote")
        {
            var source = element.Below(LookForSource).FirstOrDefault(inner => inner.Name == "cite")?.Words(100);
            role = role with { Speaker = source is { Length: > 0 and < 80 } ? source : Passage.UnnamedSpeaker };
        }

        return new(role, element.Name == "pre" || scope.Pre, element.Name == "tr" && HtmlBlocks.IsRow(element), table, null, comment);
    }

    private BlockDraft NewDraft()
    {
        var role = scope.Role.Kind == BlockKind.TableRow && !scope.InRow ? scope.Role with { Kind = BlockKind.Paragraph } : scope.Role;
        var draft = new BlockDraft(role, scope.Pre) { Comment = scope.Comment };
        if (scope.InRow || role.Kind == BlockKind.Caption) draft.Table = scope.Table;
        if (marker is not null) draft.Append(marker);
        marker = null;
        return draft;
    }

    private void Write(PageText node)
    {
        var text = node.Data;
        if (current is null && string.IsNullOrWhiteSpace(text)) return;
        current ??= NewDraft();
        current.From(node);
        Write(text);
    }

    private void Write(string text)
    {
        if (current is null && string.IsNullOrWhiteSpace(text)) return;
        var before = (current ??= NewDraft()).Length;
        current.Append(text);
        if (string.IsNullOrWhiteSpace(text)) return;
        current.Ink(scope.IsBold, current.Length - before);
        scope.Cell?.Ink.Add(scope.IsBold, current.Length - before);
    }

    private void Flush()
    {
        if (current is { } draft && !draft.IsBlank) (target ?? drafts).Add(draft);
        current = null;
    }

    private void ReportHidden(PageElement element)
    {
        var text = element.RawText(LongestHidden).AsSpan().Trim();
        // Icons and labels are hidden everywhere; whole sentences are not.
        if (text.Length < ShortestHidden) return;
        var shown = new BlockDraft(new(BlockKind.Paragraph)).Append(text).Finish().Words;
        if (InjectionCues.Match(shown) is { } suspicious) Report(InjectionCues.Kind, suspicious, element);
        else if (shown.Length >= ShortestHidden) Report("hidden_element", shown, element);
    }

    private void Report(string kind, string text, PageNode node)
    {
        if (findings.Count < MaxFindings) findings.Add(new(kind, text.Length > 500 ? text[..500] : text, NodePath.Of(node)));
    }

    /// <summary>What to restore when an element is left.</summary>
    private sealed record Frame(HtmlScope Scope, string? Link, int LinkStart, BlockDraft? Draft, bool IsNote, List<BlockDraft>? Target = null);
}
