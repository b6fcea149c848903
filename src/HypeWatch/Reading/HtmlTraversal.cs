namespace HypeWatch.Reading;

/// <summary>Depth-first walk with a stack of its own: nesting must not end the process.</summary>
internal static class HtmlTraversal
{
    /// <summary>Calls <paramref name="enter"/> before a node's children, which are visited when it answers true, and <paramref name="leave"/> after them.</summary>
    public static void Walk(PageElement root, Func<PageNode, bool> enter, Action<PageElement> leave)
    {
        var path = new Stack<(PageElement Element, int Next)>();
        if (!enter(root)) return;
        path.Push((root, 0));
        while (path.TryPop(out var at))
        {
            if (at.Next >= at.Element.Children.Length)
            {
                leave(at.Element);
                continue;
            }

            path.Push((at.Element, at.Next + 1));
            var child = at.Element.Children[at.Next];
            if (enter(child) && child is PageElement element) path.Push((element, 0));
        }
    }
}
