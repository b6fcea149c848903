using AngleSharp.Dom;

namespace HypeWatch.Reading;

/// <summary>
/// Finds the element that holds the document, and what on the page is furniture around it: one pass sums, for each element, the length of those
/// paragraphs that are mostly not links.
/// </summary>
internal sealed class HtmlMainContent
{
    private const int ShortestParagraph = 40;

    private static readonly HashSet<string> ParagraphTags = new(StringComparer.Ordinal) { "p", "li", "blockquote", "pre", "td", "dd", "figcaption", "d-footnote", "h2", "h3" };

    private static readonly HashSet<string> FurnitureTokens = new(StringComparer.Ordinal)
    {
        "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "sidebar", "related", "share", "sharing", "newsletter", "subscribe", "cookie", "cookies",
        "advert", "advertisement", "ads", "recommended", "pagination", "pager", "toc", "skip", "skiplink", "skiplinks", "masthead", "tags",
    };

    private static readonly HashSet<string> FurnitureRoles =
        new(StringComparer.OrdinalIgnoreCase) { "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "toolbar" };

    private readonly Dictionary<INode, (int Text, int Link, int Good)> weights = [];

    private HtmlMainContent(IDocument document, IElement body, bool wholeBody)
    {
        Weigh(body);
        Root = wholeBody ? body : Choose(document, body);
        Threads = wholeBody ? [] : ThreadsOutside(Root, body);
    }

    /// <summary>The element that holds the document.</summary>
    public IElement Root { get; }

    /// <summary>Comments that stand outside <see cref="Root"/>.</summary>
    public IReadOnlyList<IElement> Threads { get; }

    /// <summary>Weighs a page; with <paramref name="wholeBody"/> nothing but the body is its root (a page made from Markdown has no frame).</summary>
    public static HtmlMainContent Of(IDocument document, bool wholeBody) => new(document, document.Body ?? document.DocumentElement, wholeBody);

    /// <summary>Whether a child of the root is furniture: navigation, footer, sidebar, lists of other pages.</summary>
    public bool IsFurniture(IElement element)
    {
        if (IsProtected(element)) return false;
        switch (element.LocalName)
        {
            case "nav" or "footer" or "dialog":
                return true;
            case "aside":
                return !HtmlNotes.IsNote(element) && !HoldsMuch(element);
            case "header":
                return element.ParentElement?.LocalName is "body" or "html" or null;
        }

        if (element.GetAttribute("role") is { } role && FurnitureRoles.Contains(role)) return !HoldsMuch(element);
        return IsNamedFurniture(element.ClassName) || IsNamedFurniture(element.Id) ? !HoldsMuch(element) : false;
    }

    private static bool IsProtected(IElement element) =>
        element.LocalName is "html" or "body" or "main" or "article" or "d-article" or "p" or "span" or "a" or "li" or "h1" or "h2" or "h3";

    private bool HoldsMuch(IElement element) => Good(element) * 4 > Math.Max(1, Good(Root));

    private int Good(INode node) => weights.TryGetValue(node, out var weight) ? weight.Good : 0;

    private static IReadOnlyList<IElement> ThreadsOutside(IElement root, IElement body)
    {
        var threads = new List<IElement>();
        HtmlTraversal.Walk(body, node =>
        {
            if (ReferenceEquals(node, root) || node is not IElement element || HtmlVisibility.IsMachinery(element)) return false;
            if (!HtmlComments.IsComment(element)) return true;
            threads.Add(element);
            return false;
        }, _ => { });
        // An element of such a name around the root is the page's own frame.
        return [.. threads.Where(thread => !thread.Contains(root))];
    }

    private IElement Choose(IDocument document, IElement body)
    {
        if (document.QuerySelector("d-article, dt-article") is { } distill) return distill.ParentElement ?? body;
        var all = Math.Max(1, Good(body));
        var article = document.QuerySelectorAll("article, [itemprop=articleBody]").OrderByDescending(Good).FirstOrDefault();
        if (article is not null && Good(article) * 2 > all) return Outermost(article);
        var main = document.QuerySelectorAll("main, [role=main]").OrderByDescending(Good).FirstOrDefault();
        if (main is not null && Good(main) * 2 > all) return Descend(main);
        return Descend(body);
    }

    /// <summary>An article inside an article is a part of it.</summary>
    private static IElement Outermost(IElement article)
    {
        for (var parent = article.ParentElement; parent is not null; parent = parent.ParentElement)
        {
            if (parent.LocalName == "article") article = parent;
        }

        return article;
    }

    private IElement Descend(IElement element)
    {
        while (true)
        {
            var good = Good(element);
            var next = element.Children.FirstOrDefault(child => Good(child) * 10 >= good * 9);
            if (good == 0 || next is null || ParagraphTags.Contains(next.LocalName) || next.LocalName is "ul" or "ol" or "table" or "tbody" or "tr") return element;
            element = next;
        }
    }

    private void Weigh(IElement body) => HtmlTraversal.Walk(
        body,
        node => node is IText || node is IElement element && !HtmlVisibility.IsMachinery(element) && !HtmlVisibility.IsHidden(element),
        node =>
        {
            var (text, link, good) = (0, 0, 0);
            if (node is IText words)
            {
                text = words.Data.AsSpan().Trim().Length;
                if (text >= ShortestParagraph && node.ParentElement?.LocalName is "div" or "section" or "article" or "main" or "body" or "td") good = text;
            }

            foreach (var child in node.ChildNodes)
            {
                if (!weights.TryGetValue(child, out var weight)) continue;
                text += weight.Text;
                link += weight.Link;
                good += weight.Good;
            }

            if (node is IElement element)
            {
                if (element.LocalName == "a") link = text;
                if (ParagraphTags.Contains(element.LocalName) && text >= ShortestParagraph && link * 2 < text) good = text;
                if (element.LocalName is "nav" or "footer" or "aside" || HtmlComments.IsComment(element)) good = 0;
            }

            weights[node] = (text, link, good);
        });

    private static bool IsNamedFurniture(string? name)
    {
        if (name is not { Length: > 0 and < 400 }) return false;
        foreach (var part in name.AsSpan().SplitAny('-', '_', ' ', ':'))
        {
            var token = name.AsSpan(part);
            if (token.Length is > 2 and < 16 && FurnitureTokens.Contains(token.ToString().ToLowerInvariant())) return true;
        }

        return false;
    }
}
