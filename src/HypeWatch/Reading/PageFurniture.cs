namespace HypeWatch.Reading;

/// <summary>Drops what frames a document: by name over the whole page, by what it is made of inside the document.</summary>
internal static class PageFurniture
{
    private const int ShortShare = 500;

    /// <summary>Marks navigation, boxes and the like as dropped, outermost first; what holds much of the page stays whatever its name.</summary>
    /// <param name="outline">The page.</param>
    /// <param name="root">Where to begin.</param>
    /// <param name="isTrusted">The root's structure is known, so that only the plainest furniture goes.</param>
    public static void DropNamed(PageOutline outline, int root, bool isTrusted)
    {
        var all = outline.Sums[root];
        for (var i = root + 1; i < outline.Ends[root]; i++)
        {
            if (outline.States[i] == PageState.Kept && !IsFurniture(outline, i, all, isTrusted)) continue;
            if (outline.States[i] == PageState.Kept) outline.States[i] = PageState.Dropped;
            i = outline.Ends[i] - 1;
        }
    }

    /// <summary>Points for or against an element by its names.</summary>
    public static int Weight(PageOutline outline, int number)
    {
        var element = outline.Elements[number];
        return Weight(outline.Marks.Of(element.ClassName)) + Weight(outline.Marks.Of(element.Id)) + (element["itemprop"] == "articleBody" ? 50 : 0);
    }

    /// <summary>Drops boxes, forms and link lists inside the document, innermost first, so that what is left of the inner ones counts for the outer.</summary>
    public static void Clean(PageOutline outline, int root)
    {
        var end = outline.Ends[root];
        var inTable = new bool[outline.Count];
        for (var i = root; i < end; i++)
        {
            if (outline.Elements[i].Name == "table" && IsData(outline, i)) Array.Fill(inTable, true, i, outline.Ends[i] - i);
            else if (outline.Elements[i].Name is "code" or "pre" || (outline.MarksOf[i] & PageMark.Notes) != PageMark.None) Array.Fill(inTable, true, i, outline.Ends[i] - i);
            outline.Reset(i);
        }

        for (var i = end - 1; i >= root; i--)
        {
            outline.Close(i);
            if (i == root) break;
            if (outline.States[i] == PageState.Kept && !inTable[i] && IsClutter(outline, i)) outline.States[i] = PageState.Dropped;
            if (outline.States[i] is PageState.Kept or PageState.Machinery) outline.AddTo(outline.ParentOf(i), i);
        }
    }

    private static bool IsFurniture(PageOutline outline, int number, PageMeasure all, bool isTrusted)
    {
        var element = outline.Elements[number];
        var marks = outline.MarksOf[number];
        // On a page without a whole paragraph the words themselves count.
        var holdsMuch = all.Good > 0 ? outline.Sums[number].Good * 4 > all.Good : outline.Sums[number].Text * 2 > all.Text;
        switch (element.Name)
        {
            case "nav" or "footer" or "dialog" or "menu":
                return !holdsMuch || element.Name != "footer";
            case "aside":
                return !HtmlNotes.IsNote(element) && !holdsMuch;
            case "header":
                return element.Parent?.Name is "body" or "html" or null && !holdsMuch;
        }

        if ((element.Tag.Traits & TagTraits.Protected) != TagTraits.None && !(element.Name is "p" or "span" or "li" && (marks & (PageMark.Share | PageMark.Comments)) != PageMark.None && !holdsMuch && !isTrusted)) return false;
        if (element["role"] is "navigation" or "banner" or "contentinfo" or "complementary" or "search" or "dialog" or "alertdialog" or "menu" or "menubar" or "toolbar" or "alert") return !holdsMuch;
        if (element["aria-modal"] == "true") return !holdsMuch;
        if ((marks & PageMark.Notes) != PageMark.None) return false;
        return (marks & PageMark.Furniture) != PageMark.None && !holdsMuch || !isTrusted && (marks & PageMark.Comments) != PageMark.None && (marks & PageMark.ArticleBody) == PageMark.None && !holdsMuch;
    }

    private static int Weight(PageMark marks) => ((marks & PageMark.Content) != PageMark.None ? 25 : 0) - ((marks & (PageMark.Furniture | PageMark.Doubtful | PageMark.Comments)) != PageMark.None ? 25 : 0);

    /// <summary>A table of values, not one that lays out the page.</summary>
    private static bool IsData(PageOutline outline, int table)
    {
        var element = outline.Elements[table];
        if (element["role"] == "presentation") return false;
        var (rows, cells, nested, header) = (0, 0, false, false);
        for (var i = table + 1; i < outline.Ends[table]; i++)
        {
            switch (outline.Elements[i].Name)
            {
                case "tr": rows++; break;
                case "td": cells++; break;
                case "th" or "caption" or "thead" or "tfoot": header = true; break;
                case "table": nested = true; break;
            }
        }

        if (header) return true;
        if (nested || rows < 2) return false;
        return rows >= 10 || cells > rows * 4 || cells > 10;
    }

    private static bool IsClutter(PageOutline outline, int number)
    {
        var element = outline.Elements[number];
        ref readonly var sum = ref outline.Sums[number];
        var marks = outline.MarksOf[number];
        if (sum.Text == 0) return false;
        switch (element.Name)
        {
            case "footer" or "aside":
                return !HtmlNotes.IsNote(element);
            case "h1" or "h2" or "h3":
                return (marks & PageMark.Furniture) != PageMark.None;
            case "form" or "fieldset" or "table" or "ul" or "ol" or "div" or "section" or "header":
                break;
            default:
                return (marks & PageMark.Share) != PageMark.None && sum.Text < ShortShare && element.Name is not ("a" or "p");
        }

        if ((marks & PageMark.Share) != PageMark.None && sum.Text < ShortShare) return true;
        var weight = Weight(outline, number);
        if (weight < 0 && element.Name is not ("section" or "header")) return true;
        if (sum.Commas >= 10 || HasCode(outline, number)) return false;
        var isList = element.Name is "ul" or "ol" || sum.Lists > 0.9 * sum.Text;
        var inFigure = element.Parent?.Name == "figure";
        var density = sum.LinkDensity;
        if (!inFigure && sum.Images > 1 && sum.Paragraphs * 2 < sum.Images) return true;
        if (!isList && sum.Items - 100 > sum.Paragraphs) return true;
        if (sum.Inputs > Math.Max(1, sum.Paragraphs / 3) && element.Name is "form" or "fieldset") return true;
        if (!isList && !inFigure && sum.Headings < 0.9 * sum.Text && sum.Text < 25 && (sum.Images is 0 or > 2) && density > 0) return true;
        if (!isList && weight < 25 && density > 0.2) return true;
        return weight >= 25 && density > 0.5;
    }

    private static bool HasCode(PageOutline outline, int number)
    {
        for (var i = number + 1; i < Math.Min(outline.Ends[number], number + 50); i++)
        {
            if (outline.Elements[i].Name is "code" or "pre") return true;
        }

        return false;
    }
}
