namespace HypeWatch.Sources.Feeds;

/// <summary>An attribute as it stands in a tag.</summary>
/// <param name="Name">Name with its prefix.</param>
/// <param name="Start">Where its value begins, behind the quotation mark.</param>
/// <param name="End">Where its value ends.</param>
/// <param name="IsQuoted">Whether the value stands in quotation marks, as XML wants it.</param>
internal readonly record struct MarkupAttribute(string Name, int Start, int End, bool IsQuoted);

/// <summary>Reads one start tag of XML or HTML, however badly it is written, in one pass over its characters.</summary>
internal static class MarkupTag
{
    private const int MostAttributes = 200;

    /// <summary>Reads the tag that begins at a <c>&lt;</c> followed by a letter.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the tag begins.</param>
    /// <param name="attributes">Filled with the attributes.</param>
    /// <param name="nameEnd">Where the element's name ends.</param>
    /// <param name="isEmpty">Whether the tag closes itself.</param>
    /// <returns>The place behind the tag; -1 when it never ends.</returns>
    public static int Read(string text, int at, List<MarkupAttribute> attributes, out int nameEnd, out bool isEmpty)
    {
        attributes.Clear();
        isEmpty = false;
        var i = NameEnd(text, at + 1);
        nameEnd = i;
        while (i < text.Length)
        {
            var c = text[i];
            if (c == '>') return i + 1;
            if (c == '/' || char.IsWhiteSpace(c))
            {
                isEmpty = c == '/' || (isEmpty && c != '/');
                i++;
                continue;
            }

            isEmpty = false;
            // A tag that was never closed ends where the next one begins.
            if (c == '<') return i;
            var start = i;
            while (i < text.Length && text[i] is not ('=' or '>' or '/' or '<') && !char.IsWhiteSpace(text[i])) i++;
            if (i == start) i++;
            var name = text[start..i];
            var after = i;
            while (after < text.Length && char.IsWhiteSpace(text[after])) after++;
            if (after >= text.Length || text[after] != '=') continue;
            i = Value(text, after + 1, out var from, out var to, out var isQuoted);
            if (i < 0) return -1;
            if (attributes.Count < MostAttributes) attributes.Add(new(name, from, to, isQuoted));
        }

        return -1;
    }

    /// <summary>Where a name that begins at a place ends.</summary>
    public static int NameEnd(string text, int at)
    {
        while (at < text.Length && text[at] is not ('>' or '/' or '<' or '=') && !char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static int Value(string text, int at, out int from, out int to, out bool isQuoted)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        isQuoted = at < text.Length && text[at] is '"' or '\'';
        if (isQuoted)
        {
            from = at + 1;
            to = text.IndexOf(text[at], from);
            return to < 0 ? -1 : to + 1;
        }

        from = at;
        while (at < text.Length && text[at] is not ('>' or '<') && !char.IsWhiteSpace(text[at])) at++;
        to = at;
        return at;
    }
}
