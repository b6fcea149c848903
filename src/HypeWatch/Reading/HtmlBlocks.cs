namespace HypeWatch.Reading;

/// <summary>Which elements of a page are blocks, and of what kind.</summary>
internal static class HtmlBlocks
{
    /// <summary>Whether an element stands on lines of its own.</summary>
    public static bool IsBlock(PageElement element) => (element.Tag.Traits & TagTraits.Block) != TagTraits.None;

    /// <summary>The kind of the text inside an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="outer">The kind that holds around it.</param>
    public static BlockKind KindOf(PageElement element, BlockKind outer)
    {
        if (HtmlVisibility.HasClass(element, "ltx_bibitem") || element["role"] == "doc-biblioentry") return BlockKind.Reference;
        if (HtmlVisibility.HasClass(element, "ltx_authors", "byline", "post-meta", "article-meta", "entry-meta", "dateline") || element.Name is "d-byline" or "dt-byline") return BlockKind.Byline;
        return element.Name switch
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
    public static bool IsRow(PageElement row)
    {
        var cells = 0;
        foreach (var child in row.Children)
        {
            if (child is not PageElement cell) continue;
            if (cell.Name is not ("td" or "th")) return false;
            cells++;
            foreach (var inner in cell.Children)
            {
                if (inner is PageElement element && (element.Tag.Traits & TagTraits.CellBlock) != TagTraits.None) return false;
            }
        }

        return cells > 1;
    }
}
