using System.Collections.Frozen;
using System.Text;

namespace HypeWatch.Sources.Feeds;

/// <summary>Writes elements that stand in a text of a feed back as mark-up.</summary>
internal static class MarkupWriter
{
    private static readonly FrozenSet<string> Void = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr");

    /// <summary>Writes what stands in an element.</summary>
    public static void WriteContent(MarkupNode node, StringBuilder into)
    {
        foreach (var piece in node.Content)
        {
            if (piece is MarkupNode child) Write(child, into);
            else Escape((string)piece, into, isAttribute: false);
        }
    }

    private static void Write(MarkupNode node, StringBuilder into)
    {
        // The namespace of XHTML goes without saying where the text is known to be mark-up.
        var name = node.Prefix.Length == 0 || node.Space == "xhtml" ? node.Name : $"{node.Prefix}:{node.Name}";
        into.Append('<').Append(name);
        foreach (var (key, value) in node.Attributes)
        {
            if (node.Space == "xhtml" && key.StartsWith("xmlns", StringComparison.Ordinal)) continue;
            into.Append(' ').Append(key).Append("=\"");
            Escape(value, into, isAttribute: true);
            into.Append('"');
        }

        if (node.Content.Count == 0 && Void.Contains(node.Name))
        {
            into.Append(" />");
            return;
        }

        into.Append('>');
        WriteContent(node, into);
        into.Append("</").Append(name).Append('>');
    }

    private static void Escape(string text, StringBuilder into, bool isAttribute)
    {
        if (text.AsSpan().IndexOfAny("&<>\"") < 0)
        {
            into.Append(text);
            return;
        }

        foreach (var c in text)
        {
            switch (c)
            {
                case '&':
                    into.Append("&amp;");
                    break;
                case '<':
                    into.Append("&lt;");
                    break;
                case '>':
                    into.Append("&gt;");
                    break;
                case '"' when isAttribute:
                    into.Append("&quot;");
                    break;
                default:
                    into.Append(c);
                    break;
            }
        }
    }
}
