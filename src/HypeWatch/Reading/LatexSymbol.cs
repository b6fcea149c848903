using System.Net;

namespace HypeWatch.Reading;

/// <summary>Commands of one character that is no letter: escapes, spaces, accents and formulas.</summary>
internal static class LatexSymbol
{
    /// <summary>What a symbol stands for as HTML.</summary>
    /// <param name="text">Source.</param>
    /// <param name="at">The character behind the backslash.</param>
    /// <returns>HTML, and where the source goes on.</returns>
    public static (string Html, int Next) Read(string text, int at) => text[at] switch
    {
        '(' => Formula(text, at, "\\)"),
        '[' => Formula(text, at, "\\]"),
        '\'' => Accented(text, at, '\u0301'),
        '`' => Accented(text, at, '\u0300'),
        '^' => Accented(text, at, '\u0302'),
        '"' => Accented(text, at, '\u0308'),
        '~' => Accented(text, at, '\u0303'),
        '=' => Accented(text, at, '\u0304'),
        '.' => Accented(text, at, '\u0307'),
        '&' => ("&amp;", at + 1),
        '%' or '#' or '$' or '_' or '{' or '}' => (text[at].ToString(), at + 1),
        '\\' or ',' or ';' or ':' or ' ' or '\n' or '!' => (" ", at + 1),
        _ => ("", at + 1),
    };

    private static (string Html, int Next) Formula(string text, int at, string close)
    {
        var end = text.IndexOf(close, at, Math.Min(LatexArguments.LongestGroup, text.Length - at), StringComparison.Ordinal);
        return end < 0 ? ("", at + 1) : ($" ${WebUtility.HtmlEncode(text[(at + 1)..end])}$ ", end + 2);
    }

    private static (string Html, int Next) Accented(string text, int at, char mark)
    {
        var letter = at + 1;
        while (letter < text.Length && text[letter] is '{' or '\\') letter++;
        if (letter >= text.Length || !char.IsLetter(text[letter])) return ("", at + 1);
        // An i that carries a mark is written without its dot.
        return ($"{(text[letter] == '\u0131' ? 'i' : text[letter])}{mark}", letter + 1);
    }
}
