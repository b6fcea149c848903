using System.Globalization;
using AngleSharp.Dom;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Turns the visible part of an element into blocks, links and findings.</summary>
internal sealed class HtmlWalker(HtmlMainContent content, Uri? baseAddress, CitationNumbers citations)
{
    private const int MaxFindings = 50;
    private const int ShortestHidden = 30;
    private const int LookForSource = 60;

    private static readonly HashSet<string> BlockTags = new(StringComparer.Ordinal)
    {
        "p", "div", "section", "article", "main", "header", "footer", "aside", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "caption",
        "blockquote", "figure", "figcaption", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "details", "summary", "address", "center", "fieldset", "form",
        "d-article", "d-title", "d-byline", "d-appendix", "d-figure", "d-code", "d-interstitial", "dt-article", "dt-byline", "dt-appendix", "dt-banner", "body",
    };

    private static readonly HashSet<string> CellBlockTags = new(StringComparer.Ordinal) { "p", "div", "table", "ul", "ol", "section", "article", "h1", "h2", "h3", "h4", "blockquote", "pre" };

    private readonly List<BlockDraft> drafts = [];
    private readonly List<BlockDraft> notes = [];
    private readonly List<PageFinding> findings = [];
    private readonly Stack<Frame> frames = new();
    private Scope scope = new(new(BlockKind.Paragraph), false, false);
    private readonly Dictionary<IElement, int> counts = [];
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

    public void Walk(IElement root) => HtmlTraversal.Walk(root, Enter, Leave);

    private bool Enter(INode node)
    {
        switch (node)
        {
            case IText text:
                Write(text.Data);
                return false;
            case IComment comment:
                if (InjectionCues.Match(comment.Data) is { } suspicious) Report(InjectionCues.Kind, suspicious);
                return false;
            case IElement element:
                return EnterElement(element);
            default:
                return false;
        }
    }

    private bool EnterElement(IElement element)
    {
        if (HtmlVisibility.IsMachinery(element) || HtmlNotes.IsMark(element)) return false;
        if (HtmlVisibility.IsHidden(element))
        {
            ReportHidden(element);
            return false;
        }

        if (!scope.Role.IsComment && !ReferenceEquals(element, content.Root) && content.IsFurniture(element)) return false;
        switch (element.LocalName)
        {
            case "br":
                current?.AppendLine();
                return false;
            case "img" or "hr":
                if (element.LocalName == "hr") Flush();
                return false;
            case "math":
                Write(element.GetAttribute("alttext") ?? element.QuerySelector("annotation")?.TextContent ?? element.TextContent);
                return false;
            case "d-cite" or "dt-cite":
                Write(citations.MarkFor(element.GetAttribute("key") ?? element.GetAttribute("bibtex-key") ?? ""));
                return false;
        }

        frames.Push(new(scope, null, 0, null, IsNote: false));
        if (HtmlNotes.IsNote(element)) EnterNote();
        else if (scope.InRow && BlockTags.Contains(element.LocalName)) current?.AppendSpace();
        else if (IsBlock(element)) EnterBlock(element);
        if (element.LocalName is "td" or "th" && scope.InRow && current is { Length: > 0 }) Write(" | ");
        if (element.LocalName == "a") EnterLink(element);
        return true;
    }

    private static bool IsBlock(IElement element) => BlockTags.Contains(element.LocalName);

    private void EnterBlock(IElement element)
    {
        Flush();
        scope = ScopeOf(element);
        if (element.LocalName == "li") marker = scope.Role.Kind == BlockKind.Footnote ? null : MarkerOf(element);
    }

    /// <summary>The number that a browser prints before an item of an ordered list; the text refers to items by it.</summary>
    private string? MarkerOf(IElement item)
    {
        if (item.ParentElement is not { LocalName: "ol" } list || HtmlVisibility.HasClass(list, "ltx_biblist")) return null;
        if (!counts.TryGetValue(list, out var number)) number = int.TryParse(list.GetAttribute("start"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var start) ? start - 1 : 0;
        counts[list] = ++number;
        return string.Create(CultureInfo.InvariantCulture, $"{number}. ");
    }

    private void EnterNote()
    {
        var frame = frames.Pop();
        frames.Push(frame with { Draft = current, Target = target, IsNote = true });
        (current, target) = (null, notes);
        scope = scope with { Role = scope.Role with { Kind = BlockKind.Footnote }, InRow = false };
    }

    private void EnterLink(IElement element)
    {
        if (element.GetAttribute("href") is not { Length: > 0 and < 4000 } href || href[0] == '#') return;
        if (!Uri.TryCreate(baseAddress, href.Trim(), out var address) && !Uri.TryCreate(href.Trim(), UriKind.Absolute, out address)) return;
        if (address.Scheme is not ("http" or "https")) return;
        current ??= NewDraft();
        var frame = frames.Pop();
        frames.Push(frame with { Link = address.AbsoluteUri, Draft = current, LinkStart = current.Length });
    }

    private void Leave(INode node)
    {
        if (node is not IElement element) return;
        var frame = frames.Pop();
        if (frame.Link is { } url) frame.Draft!.Link(frame.LinkStart, frame.Draft.Length, url);
        if (frame.IsNote)
        {
            Flush();
            (current, target) = (frame.Draft, frame.Target);
        }
        else if (!frame.Scope.InRow && IsBlock(element)) Flush();

        scope = frame.Scope;
    }

    private Scope ScopeOf(IElement element)
    {
        var role = scope.Role;
        if (HtmlComments.IsComment(element)) role = role with { IsComment = true, Speaker = HtmlComments.AuthorOf(element) };
        if (element.LocalName is "d-appendix" or "dt-appendix" || HtmlVisibility.HasClass(element, "ltx_appendix")) role = role with { IsAppendix = true };
        if (HtmlNotes.IsNoteList(element)) role = role with { Kind = BlockKind.Footnote };
        if (role.Kind != BlockKind.Footnote) role = role with { Kind = KindOf(element, role.Kind), Level = 0 };
        switch (element.LocalName)
        {
            case ['h', >= '1' and <= '6' and var digit] when role.Kind == BlockKind.Heading:
                role = role with { Level = digit - '0' };
                break;
            case "blockquote":
                role = role with { Speaker = element.Descendants<IElement>().Take(LookForSource).FirstOrDefault(inner => inner.LocalName == "cite")?.TextContent.Trim() is { Length: > 0 and < 80 } cited ? cited : Quoted };
                break;
        }

        return new(role, element.LocalName == "pre" || scope.Pre, element.LocalName == "tr" && IsRow(element));
    }

    /// <summary>The speaker of a quoted block whose source the page does not name.</summary>
    private const string Quoted = "quoted";

    private static BlockKind KindOf(IElement element, BlockKind outer)
    {
        if (HtmlVisibility.HasClass(element, "ltx_bibitem") || element.GetAttribute("role") == "doc-biblioentry") return BlockKind.Reference;
        if (HtmlVisibility.HasClass(element, "ltx_authors", "byline", "post-meta", "article-meta", "entry-meta", "dateline") || element.LocalName is "d-byline" or "dt-byline") return BlockKind.Byline;
        return element.LocalName switch
        {
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" when outer is not BlockKind.Byline => BlockKind.Heading,
            _ when outer is BlockKind.Reference or BlockKind.Byline => outer,
            "li" => BlockKind.ListItem,
            "figcaption" or "caption" => BlockKind.Caption,
            "pre" or "d-code" => BlockKind.Code,
            "tr" => BlockKind.TableRow,
            "p" or "div" when outer is BlockKind.ListItem or BlockKind.Caption => outer,
            _ => BlockKind.Paragraph,
        };
    }

    /// <summary>A row of short cells; a table that lays out a page has blocks in its cells.</summary>
    private static bool IsRow(IElement row) =>
        row.Children.Length > 1 && row.Children.All(cell => cell.LocalName is "td" or "th" && cell.Children.All(child => !CellBlockTags.Contains(child.LocalName)));

    private BlockDraft NewDraft()
    {
        var draft = new BlockDraft(scope.Role.Kind == BlockKind.TableRow && !scope.InRow ? scope.Role with { Kind = BlockKind.Paragraph } : scope.Role, scope.Pre);
        if (marker is not null) draft.Append(marker);
        marker = null;
        return draft;
    }

    private void Write(string text)
    {
        if (current is null && string.IsNullOrWhiteSpace(text)) return;
        (current ??= NewDraft()).Append(text);
    }

    private void Flush()
    {
        if (current is { } draft && !draft.IsBlank) (target ?? drafts).Add(draft);
        current = null;
    }

    private void ReportHidden(IElement element)
    {
        var text = element.TextContent.AsSpan().Trim();
        // Icons and labels are hidden everywhere; whole sentences are not.
        if (text.Length < ShortestHidden) return;
        var shown = new BlockDraft(new(BlockKind.Paragraph)).Append(text[..Math.Min(text.Length, 2000)]).Finish().Words;
        if (InjectionCues.Match(shown) is { } suspicious) Report(InjectionCues.Kind, suspicious);
        else if (shown.Length >= ShortestHidden) Report("hidden_element", shown);
    }

    private void Report(string kind, string text)
    {
        if (findings.Count < MaxFindings) findings.Add(new(kind, text.Length > 500 ? text[..500] : text));
    }

    /// <summary>What holds for the text inside an element.</summary>
    private sealed record Scope(BlockRole Role, bool Pre, bool InRow);

    /// <summary>What to restore when an element is left.</summary>
    private sealed record Frame(Scope Scope, string? Link, int LinkStart, BlockDraft? Draft, bool IsNote, List<BlockDraft>? Target = null);
}
