namespace HypeWatch.Http;

/// <summary>
/// The nesting of a page's raw tags, counted before parsing: a parser takes 10 s for 40,000 nested elements (threats 5b). Elements whose end tag may be
/// left out count as closed, stray end tags count for nothing.
/// </summary>
internal static class HtmlDepth
{
    private static readonly HashSet<string> NeverNesting = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param", "p", "li", "dt", "dd", "tr", "td", "th",
        "thead", "tbody", "tfoot", "option", "optgroup", "colgroup", "rt", "rp", "html", "head", "body", "path", "circle", "rect", "line", "use", "polygon", "ellipse", "polyline",
    };

    /// <summary>The deepest nesting found; stops counting above <paramref name="limit"/>.</summary>
    public static int Of(string html, int limit)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        int depth = 0, deepest = 0;
        for (var i = html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < html.Length && deepest <= limit; i = Next(html, i + 1))
        {
            var isEnd = html[i + 1] == '/';
            var from = isEnd ? i + 2 : i + 1;
            if (html.AsSpan(i).StartsWith("<!--"))
            {
                var close = CommentEnd(html, i + "<!--".Length);
                if (close < 0) break;
                i = close;
                continue;
            }

            if (from >= html.Length || !char.IsAsciiLetter(html[from])) continue;
            var name = NameAt(html, from);
            if (name is "script" or "style" or "textarea" && !isEnd)
            {
                var close = html.IndexOf($"</{name}", from, StringComparison.OrdinalIgnoreCase);
                if (close < 0) break;
                i = close;
                continue;
            }

            if (NeverNesting.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)) continue;
            open.TryGetValue(name, out var count);
            if (isEnd && count > 0)
            {
                open[name] = count - 1;
                depth--;
            }
            else if (!isEnd)
            {
                open[name] = count + 1;
                deepest = Math.Max(deepest, ++depth);
            }
        }

        return deepest;
    }

    // A comment also ends at once ("<!-->", "<!--->") or with "--!>" (HTML Standard, 13.2.5.43-52); taking it for longer would hide what follows.
    private static int CommentEnd(string html, int from)
    {
        if (html.AsSpan(from).StartsWith(">") || html.AsSpan(from).StartsWith("->")) return from;
        var plain = html.IndexOf("-->", from, StringComparison.Ordinal);
        var banged = html.IndexOf("--!>", from, plain < 0 ? html.Length - from : plain - from, StringComparison.Ordinal);
        return banged >= 0 ? banged : plain;
    }

    private static int Next(string html, int from) => html.IndexOf('<', from);

    private static ReadOnlySpan<char> NameAt(string html, int from)
    {
        var end = from;
        while (end < html.Length && end - from < 40 && (char.IsAsciiLetterOrDigit(html[end]) || html[end] is '-' or ':' or '_')) end++;
        return html.AsSpan(from, end - from);
    }
}
