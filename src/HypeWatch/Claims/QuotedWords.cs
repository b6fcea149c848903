using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>Finds strings in quotation marks that are long enough to be somebody's statement.</summary>
internal static class QuotedWords
{
    private const int FewestWords = 5;

    /// <summary>The words inside the marks, without a comma or semicolon that belongs to the sentence around them.</summary>
    public static IEnumerable<Span> In(string text, Span within)
    {
        for (var i = within.Start; i < within.End; i++)
        {
            if (Closing(text, i, within) is not { } closing) continue;
            var end = End(text, i + 1, within.End, closing);
            if (end < 0) continue;
            var inner = Trimmed(text, i + 1, end);
            if (Words.In(text, inner).Count >= FewestWords) yield return inner;
            i = end;
        }
    }

    /// <summary>Whether an offset lies inside quotation marks that open and close within the sentence.</summary>
    public static bool Covers(string text, Span within, int offset)
    {
        for (var i = within.Start; i < offset; i++)
        {
            if (Closing(text, i, within) is not { } closing) continue;
            var end = End(text, i + 1, within.End, closing);
            if (end < 0) continue;
            if (end >= offset) return true;
            i = end;
        }

        return false;
    }

    private static char? Closing(string text, int i, Span within) => text[i] switch
    {
        '\u201c' => '\u201d',
        '\u2018' => '\u2019',
        '"' when i == within.Start || !char.IsLetterOrDigit(text[i - 1]) => '"',
        _ => null,
    };

    private static int End(string text, int from, int limit, char closing) => closing switch
    {
        '\u2019' => ClosingApostrophe(text, from, limit),
        '\u201d' when Matching(text, from, limit) is >= 0 and var end => end,
        _ => text.IndexOf(closing, from, limit - from),
    };

    // Quoted words may quote others with the same marks.
    private static int Matching(string text, int from, int limit)
    {
        var open = 1;
        for (var i = from; i < limit; i++)
        {
            open += text[i] switch { '\u201c' => 1, '\u201d' => -1, _ => 0 };
            if (open == 0) return i;
        }

        return -1;
    }

    // The closing single mark looks like an apostrophe: it is the one that no letter follows.
    private static int ClosingApostrophe(string text, int from, int limit)
    {
        for (var i = from; i < limit; i++)
            if (text[i] == '\u2019' && (i + 1 == limit || !char.IsLetter(text[i + 1]))) return i;
        return -1;
    }

    private static Span Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or ';')) end--;
        return new(start, end);
    }
}
