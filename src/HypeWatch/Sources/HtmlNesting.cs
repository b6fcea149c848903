using System.Collections.Frozen;
using System.Text;

namespace HypeWatch.Sources;

/// <summary>Finds pages whose nesting would keep the HTML parser busy for minutes, by counting tags without parsing.</summary>
internal static class HtmlNesting
{
    private const int Deepest = 1_000;
    private const int LongestName = 20;

    // Elements without an end tag, or whose end tag may be left out, do not nest by being opened.
    private static readonly FrozenSet<string> NotCounted = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param", "path", "circle", "rect", "line", "use",
        "p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option", "optgroup", "html", "head", "body");

    public static bool IsTooDeep(ReadOnlySpan<byte> html)
    {
        var depth = 0;
        while (html.IndexOf((byte)'<') is >= 0 and var at && at + 1 < html.Length)
        {
            html = html[(at + 1)..];
            var closes = html[0] == '/';
            var name = Name(closes ? html[1..] : html);
            if (name.Length == 0 || NotCounted.Contains(name)) continue;
            depth = closes ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > Deepest) return true;
        }

        return false;
    }

    private static string Name(ReadOnlySpan<byte> tag)
    {
        var length = 0;
        while (length < tag.Length && length < LongestName && char.IsAsciiLetterOrDigit((char)tag[length])) length++;
        return Encoding.ASCII.GetString(tag[..length]);
    }
}
