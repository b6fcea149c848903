using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>
/// Leads from offsets of a text back to the page that it was read from. Reading the same bytes always gives the same text, so that the map is made when it is
/// asked for and stored nowhere.
/// </summary>
internal sealed class OffsetMap(string text, IReadOnlyList<DraftOrigin> origins)
{
    /// <summary>The places of a span, node by node; empty where its words come from no text node (a formula, a number that the page's layout prints).</summary>
    public IEnumerable<TextOrigin> Of(Span span)
    {
        for (var i = FirstBefore(span.Start); i < origins.Count && origins[i].Start < span.End; i++)
        {
            var from = Math.Max(span.Start, origins[i].Start);
            var to = Math.Min(span.End, i + 1 < origins.Count ? origins[i + 1].Start : text.Length);
            // Blocks are parted by line ends that stand in no node.
            while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
            while (from < to && char.IsWhiteSpace(text[from])) from++;
            if (from < to && Align(origins[i], from, to) is { } origin) yield return origin;
        }
    }

    private int FirstBefore(int offset)
    {
        int low = 0, high = origins.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (origins[middle].Start <= offset) low = middle + 1;
            else high = middle;
        }

        return Math.Max(0, low - 1);
    }

    /// <summary>Walks through the node's own characters beside the text's: those that the text lacks (white space, invisible ones) are passed over.</summary>
    private TextOrigin? Align(DraftOrigin origin, int from, int to)
    {
        var raw = origin.Node.Data;
        int at = 0, start = -1, end = -1;
        for (var i = origin.Start; i < to && at < raw.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                while (at < raw.Length && (char.IsWhiteSpace(raw[at]) || !Shows(raw[at]))) at++;
                continue;
            }

            var found = raw.IndexOf(text[i], at);
            // A composed character stands in the page as several.
            at = found >= 0 && raw.AsSpan(at, found - at).ContainsAnyExcept(Passed) is false ? found : SkipHidden(raw, at);
            if (i == from) start = at;
            at = Math.Min(raw.Length, at + 1);
            if (i == to - 1) end = AfterMarks(raw, at);
        }

        return start >= 0 && end > start ? new(new(from, to), NodePath.Of(origin.Node), start, end) : null;
    }

    private static readonly System.Buffers.SearchValues<char> Passed = System.Buffers.SearchValues.Create(" \t\n\r\f\u00a0\u200b\u200c\u200d\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069");

    private static int SkipHidden(string raw, int at)
    {
        while (at < raw.Length - 1 && Passed.Contains(raw[at])) at++;
        return at;
    }

    private static int AfterMarks(string raw, int at)
    {
        while (at < raw.Length && char.GetUnicodeCategory(raw[at]) is System.Globalization.UnicodeCategory.NonSpacingMark) at++;
        return at;
    }

    private static bool Shows(char c) => !Passed.Contains(c);
}
