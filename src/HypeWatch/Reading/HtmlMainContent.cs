namespace HypeWatch.Reading;

/// <summary>
/// Finds the element that holds the document, and what in and around it is furniture, from sums that are gathered bottom-up once
/// (<see cref="PageOutline"/>): paragraphs vote for the elements around them, as in Arc90's Readability, and link lists, forms and boxes are dropped by what
/// they are made of and by the names that sites give them.
/// </summary>
internal sealed class HtmlMainContent
{
    /// <summary>A document with fewer characters than this is looked for again without the stricter rules.</summary>
    private const int ShortestDocument = 250;

    /// <summary>An aside of the document with no more than this is a line of facts about it.</summary>
    private const int ShortAside = 120;

    private readonly PageOutline outline;
    private readonly bool wholeBody;

    private HtmlMainContent(PageDocument document, bool wholeBody)
    {
        this.wholeBody = wholeBody;
        var body = document.Body;
        outline = PageOutline.Of(body);
        Root = wholeBody ? body : Choose(body);
        Threads = wholeBody ? [] : ThreadsOutside();
    }

    /// <summary>The element that holds the document.</summary>
    public PageElement Root { get; }

    /// <summary>Comments that stand outside <see cref="Root"/>.</summary>
    public IReadOnlyList<PageElement> Threads { get; }

    /// <summary>How many comments the page says there are; null where it does not say.</summary>
    public int? StatedComments => outline.Elements.Where(element => (element.Tag.Traits & TagTraits.Heading) != TagTraits.None || (outline.MarksOf[element.Number] & PageMark.Comments) != PageMark.None && outline.Sums[element.Number].Text < 60)
        .Select(element => HtmlComments.Stated(element.Words(80))).FirstOrDefault(count => count is not null);

    /// <summary>What is measured of the page.</summary>
    public PageOutline Outline => outline;

    /// <summary>Weighs a page; with <paramref name="wholeBody"/> nothing but the body is its root (a page made from Markdown has no frame).</summary>
    public static HtmlMainContent Of(PageDocument document, bool wholeBody) => new(document, wholeBody);

    /// <summary>Whether an element is furniture: navigation, footer, sidebar, lists of other pages.</summary>
    public bool IsFurniture(PageElement element) => element.Number >= 0 && outline.States[element.Number] == PageState.Dropped;

    /// <summary>Whether the page hides an element from its readers.</summary>
    public bool IsHidden(PageElement element) => element.Number >= 0 && outline.States[element.Number] == PageState.Hidden;

    /// <summary>Whether an element is one comment of a thread.</summary>
    public bool IsComment(PageElement element) => element.Number >= 0 && outline.States[element.Number] == PageState.Comment;

    /// <summary>Whether an element belongs to other pages' lists, a comment or the frame.</summary>
    public bool IsElsewhere(PageElement element)
    {
        for (PageElement? at = element; at is not null; at = at.Parent)
        {
            if (at.Number < 0) continue;
            if (IsComment(at) || at.Name == "nav" || at.Name == "aside" && !(IsIn(at, Root) && outline.Sums[at.Number].Text < ShortAside) || (outline.MarksOf[at.Number] & (PageMark.Comments | PageMark.Furniture)) != PageMark.None && !HoldsRoot(at)) return true;
        }

        return false;
    }

    /// <summary>Whether an element stands in the document or in the nearest elements around it.</summary>
    public bool IsNear(PageElement element)
    {
        var around = Root;
        for (var i = 0; i < 2 && around.Parent is { Number: > 0 } parent; i++) around = parent;
        return element.Number >= around.Number && element.Number < outline.Ends[around.Number];
    }

    private bool IsIn(PageElement element, PageElement outer) => element.Number > outer.Number && element.Number < outline.Ends[outer.Number];

    private bool HoldsRoot(PageElement element) => Root.Number >= element.Number && Root.Number < outline.Ends[element.Number];

    private PageElement Choose(PageElement body)
    {
        if (Trusted() is { } trusted)
        {
            PageFurniture.DropNamed(outline, trusted.Number, isTrusted: true);
            return trusted;
        }

        var before = (PageState[])outline.States.Clone();
        PageFurniture.DropNamed(outline, body.Number, isTrusted: false);
        outline.Sum(0);
        var root = MainCandidate.Choose(outline, body);
        PageFurniture.Clean(outline, root.Number);
        if (outline.Sums[root.Number].Text >= ShortestDocument) return root;
        // Little is left: the page is short, or its document looks like furniture. What the plain rules find is taken if it is much more.
        var strict = outline.Sums[root.Number].Text;
        var after = (PageState[])outline.States.Clone();
        before.CopyTo(outline.States, 0);
        outline.Sum(0);
        var plain = MainCandidate.Descend(outline, body.Number);
        if (outline.Sums[plain].Good > strict * 2 && outline.Sums[plain].Good > 2 * ShortestParagraph)
        {
            PageFurniture.DropNamed(outline, plain, isTrusted: true);
            return outline.Elements[plain];
        }

        after.CopyTo(outline.States, 0);
        outline.Sum(0);
        return root;
    }

    private const int ShortestParagraph = 40;

    /// <summary>The element around a Distill article or a paper that LaTeXML made: its structure is known.</summary>
    private PageElement? Trusted()
    {
        foreach (var element in outline.Elements)
        {
            if (element.Name is "d-article" or "dt-article") return element.Parent ?? element;
            if (element.Name == "article" && HtmlVisibility.HasClass(element, "ltx_document")) return element;
        }

        return null;
    }

    private List<PageElement> ThreadsOutside()
    {
        var threads = new List<PageElement>();
        for (var i = 0; i < outline.Count; i++)
        {
            if (i == Root.Number || outline.States[i] is PageState.Hidden or PageState.Machinery)
            {
                i = outline.Ends[i] - 1;
                continue;
            }

            // An element of such a name around the root is the page's own frame.
            if (outline.States[i] != PageState.Comment || Root.Number > i && Root.Number < outline.Ends[i]) continue;
            threads.Add(outline.Elements[i]);
            i = outline.Ends[i] - 1;
        }

        return threads;
    }
}
