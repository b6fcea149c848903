namespace HypeWatch.Reading;

/// <summary>Why an element is not read with the document.</summary>
internal enum PageState : byte
{
    Kept,
    /// <summary>Furniture of the page.</summary>
    Dropped,
    /// <summary>The page hides it.</summary>
    Hidden,
    /// <summary>No words of its own.</summary>
    Machinery,
    /// <summary>One comment of a thread, read apart.</summary>
    Comment,
}

/// <summary>What lies in an element and below it, in characters and counts; white space counts once.</summary>
internal struct PageMeasure
{
    /// <summary>All words.</summary>
    public int Text;
    /// <summary>Words of links.</summary>
    public int Link;
    /// <summary>Words of paragraphs that are no link lists.</summary>
    public int Good;
    /// <summary>Words that stand in the element itself or its inline children.</summary>
    public int Inline;
    public int Commas;
    public int Paragraphs;
    public int Items;
    public int Images;
    public int Inputs;
    public int Embeds;
    /// <summary>Words of headings.</summary>
    public int Headings;
    /// <summary>Words of lists.</summary>
    public int Lists;
    /// <summary>Elements that keep paragraphs apart.</summary>
    public int Dividers;
    public int Links;

    /// <summary>Share of the words that are links, 0 to 1.</summary>
    public readonly double LinkDensity => Text == 0 ? 0 : Math.Min(1, Link / (double)Text);
}

/// <summary>
/// The elements of a page in the order of the page, in arrays: what lies below an element is a range, so that every question about a page is one loop from the
/// end (children before parents) or from the start (parents before children), and none depends on the page's depth.
/// </summary>
internal sealed class PageOutline
{
    private const int ShortestParagraph = 40;

    private readonly List<PageElement> elements = [];
    private readonly List<int> parents = [];
    private PageMeasure[] own = [];

    private PageOutline()
    {
    }

    public int Count => elements.Count;

    public IReadOnlyList<PageElement> Elements => elements;

    /// <summary>The sums, by element number.</summary>
    public PageMeasure[] Sums { get; private set; } = [];

    public PageState[] States { get; private set; } = [];

    /// <summary>The number after the last element below each.</summary>
    public int[] Ends { get; private set; } = [];

    public PageMarks Marks { get; } = new();

    /// <summary>The marks by element number.</summary>
    public PageMark[] MarksOf { get; private set; } = [];

    public int ParentOf(int number) => parents[number];

    /// <summary>Measures a page from an element downwards.</summary>
    public static PageOutline Of(PageElement root)
    {
        var outline = new PageOutline();
        outline.Collect(root);
        return outline;
    }

    private void Collect(PageElement root)
    {
        var measures = new List<PageMeasure>();
        var states = new List<PageState>();
        var marks = new List<PageMark>();
        var ends = new List<int>();
        var path = new Stack<(PageElement Element, int Next)>();
        Open(root, -1);
        while (path.TryPop(out var at))
        {
            var children = at.Element.Children;
            if (at.Next >= children.Length || states[at.Element.Number] is PageState.Machinery or PageState.Hidden)
            {
                ends[at.Element.Number] = elements.Count;
                continue;
            }

            path.Push((at.Element, at.Next + 1));
            if (children[at.Next] is PageElement child) Open(child, at.Element.Number);
            else if (children[at.Next] is PageText text) Weigh(text.Data, ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(measures)[at.Element.Number]);
        }

        (own, States, MarksOf, Ends) = ([.. measures], [.. states], [.. marks], [.. ends]);
        Sums = new PageMeasure[own.Length];
        Sum(0);

        void Open(PageElement element, int parent)
        {
            element.Number = elements.Count;
            elements.Add(element);
            parents.Add(parent);
            measures.Add(default);
            ends.Add(0);
            var state = HtmlVisibility.IsMachinery(element) ? PageState.Machinery : HtmlVisibility.IsHidden(element) ? PageState.Hidden
                : HtmlComments.IsComment(element) ? PageState.Comment : PageState.Kept;
            states.Add(state);
            marks.Add(Marks.Of(element));
            path.Push((element, 0));
        }
    }

    /// <summary>Sums again what lies below an element, without what was dropped since.</summary>
    public void Sum(int root)
    {
        var end = root == 0 ? own.Length : Ends[root];
        Array.Copy(own, root, Sums, root, end - root);
        for (var i = end - 1; i >= root; i--)
        {
            Close(i);
            if (i > root && States[i] is PageState.Kept or PageState.Machinery) AddTo(parents[i], i);
        }
    }

    /// <summary>What an element's own name adds to the sums of its children.</summary>
    public void Close(int number)
    {
        ref var sum = ref Sums[number];
        var tag = elements[number].Tag;
        switch (tag.Name)
        {
            case "a":
                sum.Link = sum.Text;
                sum.Links++;
                break;
            case "p":
                sum.Paragraphs++;
                break;
            case "li":
                sum.Items++;
                break;
            case "img" or "picture":
                sum.Images++;
                break;
            case "input" or "select" or "textarea" or "button":
                sum.Inputs++;
                break;
            case "iframe" or "object" or "embed" or "video":
                sum.Embeds++;
                break;
            case "ul" or "ol":
                sum.Lists = sum.Text;
                break;
        }

        if ((tag.Traits & TagTraits.Heading) != TagTraits.None) sum.Headings = sum.Text;
        if ((tag.Traits & TagTraits.Divider) != TagTraits.None) sum.Dividers++;
        if ((tag.Traits & TagTraits.Paragraph) != TagTraits.None && sum.Text >= ShortestParagraph && sum.Link * 2 < sum.Text) sum.Good = sum.Text;
        else if (sum.Good == 0 && sum.Inline >= ShortestParagraph && tag.Name is "div" or "section" or "article" or "main" or "body" or "td" && sum.Link * 2 < sum.Text) sum.Good = sum.Inline;
        if (tag.Name is "nav" or "footer" or "aside") sum.Good = 0;
    }

    /// <summary>Adds an element's sums to its parent's.</summary>
    public void AddTo(int parent, int number)
    {
        ref var outer = ref Sums[parent];
        ref readonly var inner = ref Sums[number];
        outer.Text += inner.Text;
        outer.Link += inner.Link;
        outer.Good += inner.Good;
        outer.Commas += inner.Commas;
        outer.Paragraphs += inner.Paragraphs;
        outer.Items += inner.Items;
        outer.Images += inner.Images;
        outer.Inputs += inner.Inputs;
        outer.Embeds += inner.Embeds;
        outer.Headings += inner.Headings;
        outer.Lists += inner.Lists;
        outer.Dividers += inner.Dividers;
        outer.Links += inner.Links;
        if ((elements[number].Tag.Traits & TagTraits.Block) == TagTraits.None) outer.Inline += inner.Inline;
    }

    /// <summary>The sums of an element without its children's.</summary>
    public void Reset(int number) => Sums[number] = own[number];

    private static void Weigh(string text, ref PageMeasure measure)
    {
        var (length, commas, space) = (0, 0, true);
        foreach (var c in text)
        {
            if (c <= ' ' || c == '\u00a0')
            {
                if (!space) length++;
                space = true;
                continue;
            }

            length++;
            space = false;
            if (c is ',' or '\u3001' or '\uff0c' or '\u060c') commas++;
        }

        measure.Text += length;
        measure.Inline += length;
        measure.Commas += commas;
    }
}
