using AngleSharp.Dom;

namespace HypeWatch.Reading;

/// <summary>Depth-first walk with a stack of its own: nesting must not end the process.</summary>
internal static class HtmlTraversal
{
    /// <summary>Calls <paramref name="enter"/> before a node's children, which are visited when it answers true, and <paramref name="leave"/> after them.</summary>
    public static void Walk(INode root, Func<INode, bool> enter, Action<INode> leave)
    {
        var path = new Stack<(INode Node, int Next)>();
        if (!enter(root)) return;
        path.Push((root, 0));
        while (path.TryPop(out var at))
        {
            // By index: the parser's NextSibling searches the parent's list each time.
            if (at.Next >= at.Node.ChildNodes.Length)
            {
                leave(at.Node);
                continue;
            }

            path.Push((at.Node, at.Next + 1));
            var child = at.Node.ChildNodes[at.Next];
            if (enter(child)) path.Push((child, 0));
        }
    }
}
