namespace HypeWatch.Classifiers;

/// <summary>
/// Cuts a sentence into the tokens whose n-grams the models weigh: words in lower case, numbers by their shape, marks one by one, and one token for every
/// address, mention and hash sign, so that no model learns a name of a person or a site by heart.
/// </summary>
internal static class Tokens
{
    /// <summary>No sentence is read further; what is longer is no sentence.</summary>
    private const int Most = 400;

    /// <summary>The tokens, in order.</summary>
    public static List<string> Of(ReadOnlySpan<char> text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length && tokens.Count < Most;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                i++;
                continue;
            }

            if (IsAddress(text[i..]))
            {
                tokens.Add("<url>");
                while (i < text.Length && !char.IsWhiteSpace(text[i])) i++;
                continue;
            }

            if (c is '@' or '#' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))
            {
                tokens.Add(c == '@' ? "<user>" : "<tag>");
                i++;
                if (c == '@') while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_')) i++;
                continue;
            }

            var end = WordEnd(text, i);
            tokens.Add(end == i + 1 && !char.IsLetterOrDigit(c) ? Mark(c) : Word(text[i..end]));
            i = end;
        }

        return tokens;
    }

    private static bool IsAddress(ReadOnlySpan<char> rest) =>
        rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static int WordEnd(ReadOnlySpan<char> text, int start)
    {
        var i = start + 1;
        if (!char.IsLetterOrDigit(text[start])) return i;
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]) && Joins(text, i)))) i++;
        return i;
    }

    private static bool Joins(ReadOnlySpan<char> text, int i) =>
        text[i] is '\'' or '\u2019' || (text[i] is '.' or ',' && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]));

    private static string Mark(char c) => c switch
    {
        '\u2019' or '\u2018' => "'",
        '\u201c' or '\u201d' => "\"",
        '\u2013' or '\u2014' => "-",
        _ => c.ToString(),
    };

    private static string Word(ReadOnlySpan<char> word)
    {
        if (char.IsDigit(word[0])) return Number(word);
        return word.ToString().ToLowerInvariant().Replace('\u2019', '\'');
    }

    private static string Number(ReadOnlySpan<char> word)
    {
        foreach (var c in word) if (char.IsLetter(c)) return "0a";
        if (word.IndexOfAny('.', ',') >= 0) return "0.0";
        return word.Length == 4 && word[0] is '1' or '2' && word[1] is '9' or '0' ? "0000" : word.Length > 2 ? "000" : "0";
    }
}
