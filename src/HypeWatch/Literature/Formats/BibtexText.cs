using System.Collections.Frozen;
using System.Text;

namespace HypeWatch.Literature.Formats;

/// <summary>The plain text of a BibTeX value: accents and special letters made, commands and braces left out.</summary>
internal static class BibtexText
{
    private static readonly FrozenDictionary<char, char> Marks = new Dictionary<char, char>
    {
        ['`'] = '\u0300', ['\''] = '\u0301', ['^'] = '\u0302', ['~'] = '\u0303', ['='] = '\u0304', ['u'] = '\u0306', ['.'] = '\u0307', ['"'] = '\u0308', ['r'] = '\u030A',
        ['H'] = '\u030B', ['v'] = '\u030C', ['d'] = '\u0323', ['c'] = '\u0327', ['k'] = '\u0328', ['b'] = '\u0331',
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Letters = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ss"] = "\u00DF", ["o"] = "\u00F8", ["O"] = "\u00D8", ["l"] = "\u0142", ["L"] = "\u0141", ["ae"] = "\u00E6", ["AE"] = "\u00C6", ["oe"] = "\u0153", ["OE"] = "\u0152",
        ["aa"] = "\u00E5", ["AA"] = "\u00C5", ["i"] = "i", ["j"] = "j", ["textendash"] = "\u2013", ["textemdash"] = "\u2014", ["ldots"] = "\u2026", ["textquoteright"] = "\u2019",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The plain text.</summary>
    public static string Plain(string value)
    {
        var plain = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length;)
        {
            var c = value[i++];
            if (c == '\\') i = Command(value, i, plain);
            else if (c is '{' or '}' or '$') continue;
            else if (c == '~' || char.IsWhiteSpace(c)) Space(plain);
            else if (c == '-' && i < value.Length && value[i] == '-')
            {
                while (i < value.Length && value[i] == '-') i++;
                plain.Append('\u2013');
            }
            else plain.Append(c);
        }

        return plain.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    private static int Command(string value, int at, StringBuilder plain)
    {
        if (at >= value.Length) return at;
        var end = at;
        while (end < value.Length && char.IsAsciiLetter(value[end])) end++;
        if (end == at) end += char.IsHighSurrogate(value[at]) && at + 1 < value.Length ? 2 : 1;
        var name = value[at..end];
        if (name.Length == 1 && Marks.TryGetValue(name[0], out var mark) && Marked(value, end, isWord: char.IsAsciiLetter(name[0])) is { } letter)
        {
            plain.Append(value[letter]).Append(mark);
            return letter + 1;
        }

        if (Letters.TryGetValue(name, out var special))
        {
            plain.Append(special);
            return end < value.Length && value[end] == ' ' ? end + 1 : end;
        }

        // An escaped sign stands for itself; a command of letters only dresses what follows.
        if (!char.IsAsciiLetter(name[0])) plain.Append(name[0] is '&' or '%' or '#' or '_' or '$' or '{' or '}' or '-' ? name : " ");
        return end;
    }

    /// <summary>Where the letter stands that an accent is put on: behind braces, blanks and the backslash of a dotless i.</summary>
    private static int? Marked(string value, int at, bool isWord)
    {
        // A command of a letter needs a blank or a brace before its argument: "\c{c}" is an accent, "\cite" was read as a word.
        if (isWord && at < value.Length && value[at] is not ('{' or ' ')) return null;
        while (at < value.Length && value[at] is '{' or ' ' or '\\') at++;
        return at < value.Length && char.IsLetter(value[at]) ? at : null;
    }

    private static void Space(StringBuilder plain)
    {
        if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
    }
}
