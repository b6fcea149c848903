using System.Text;

namespace HypeWatch.Reading;

/// <summary>Small questions about elements; each looks at a bounded part.</summary>
internal static class PageReading
{
    /// <summary>The elements below one, in order, at most <paramref name="most"/>.</summary>
    public static IEnumerable<PageElement> Below(this PageElement root, int most = int.MaxValue)
    {
        var path = new Stack<(PageElement Element, int Next)>();
        path.Push((root, 0));
        while (most > 0 && path.TryPop(out var at))
        {
            if (at.Next >= at.Element.Children.Length) continue;
            path.Push((at.Element, at.Next + 1));
            if (at.Element.Children[at.Next] is not PageElement child) continue;
            most--;
            yield return child;
            path.Push((child, 0));
        }
    }

    /// <summary>The texts of an element one after the other, as they stand in the page, at most so many characters.</summary>
    public static string RawText(this PageElement root, int most = int.MaxValue) =>
        root.Children is [PageText only] && only.Data.Length <= most ? only.Data : root.Text(most, isVisible: false);

    /// <summary>The words of an element with white space collapsed, at most about so many characters; machinery left out.</summary>
    public static string Words(this PageElement root, int most = 2000) =>
        new BlockDraft(new(BlockKind.Paragraph)).Append(root.Text(most, isVisible: true)).Finish().Words;

    private static string Text(this PageElement root, int most, bool isVisible)
    {
        var text = new StringBuilder();
        var path = new Stack<(PageElement Element, int Next)>();
        path.Push((root, 0));
        while (text.Length < most && path.TryPop(out var at))
        {
            if (at.Next >= at.Element.Children.Length) continue;
            path.Push((at.Element, at.Next + 1));
            if (at.Element.Children[at.Next] is PageText words) text.Append(words.Data.AsSpan(0, Math.Min(words.Data.Length, most - text.Length)));
            if (at.Element.Children[at.Next] is not PageElement child || (isVisible && HtmlVisibility.IsMachinery(child))) continue;
            // Elements that stand on lines of their own part the words.
            if (isVisible && (child.Name == "br" || (child.Tag.Traits & TagTraits.Block) != TagTraits.None)) text.Append(' ');
            path.Push((child, 0));
        }

        return text.ToString();
    }
}
