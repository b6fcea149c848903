using System.Globalization;

namespace HypeWatch.Reading;

/// <summary>The place of a node as an XPath, by which a browser finds it again in the page.</summary>
internal static class NodePath
{
    /// <summary>For example <c>/html/body/div[2]/p[1]/text()[1]</c>.</summary>
    public static string Of(PageNode node)
    {
        var steps = new List<string>();
        for (PageNode? at = node; at is not null; at = at.Parent)
        {
            var name = NameOf(at);
            if (at.Parent is not { } parent || name is "body" or "head")
            {
                steps.Add(name);
                continue;
            }

            var index = 0;
            foreach (var sibling in parent.Children)
            {
                if (NameOf(sibling) == name) index++;
                if (ReferenceEquals(sibling, at)) break;
            }

            steps.Add(string.Create(CultureInfo.InvariantCulture, $"{name}[{index}]"));
        }

        steps.Reverse();
        return "/" + string.Join('/', steps);
    }

    private static string NameOf(PageNode node) => node switch { PageElement element => element.Name, PageText => "text()", PageComment => "comment()", _ => "node()" };
}
