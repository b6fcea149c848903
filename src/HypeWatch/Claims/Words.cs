using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>A word of a text: letters, digits and the marks that stand inside words.</summary>
/// <param name="Span">Where it stands in the whole text.</param>
/// <param name="Lower">The word in lower case, with a straight apostrophe.</param>
internal readonly record struct Word(Span Span, string Lower);

/// <summary>Cuts text into words.</summary>
internal static class Words
{
    /// <summary>The words of a part of a text, in order; a hyphen or an apostrophe between letters belongs to the word.</summary>
    public static List<Word> In(string text, Span within)
    {
        var words = new List<Word>();
        for (var i = within.Start; i < within.End; i++)
        {
            if (!char.IsLetterOrDigit(text[i])) continue;
            var end = i + 1;
            while (end < within.End && (char.IsLetterOrDigit(text[end]) || Joins(text, end, within.End))) end++;
            words.Add(new(new(i, end), Fold(text, i, end)));
            i = end;
        }

        return words;
    }

    private static bool Joins(string text, int i, int limit) =>
        text[i] is '-' or '\'' or '’' or '.' or '‑' && i + 1 < limit && char.IsLetterOrDigit(text[i + 1]) && (text[i] != '.' || char.IsDigit(text[i + 1]));

    private static string Fold(string text, int start, int end) =>
        text[start..end].ToLowerInvariant().Replace('’', '\'').Replace('‑', '-');
}
