using System.Collections.Frozen;

namespace HypeWatch.Claims;

/// <summary>
/// Whether a text is in English. Word lists, models and prompts read English only (specification 13); of a text in another language nothing is claimed,
/// not even of the English title or link that stands in it.
/// </summary>
internal static class EnglishText
{
    /// <summary>A text of fewer words is judged by its script alone.</summary>
    private const int FewestWords = 20;

    /// <summary>Share of words that only English has as words of grammar. English prose has 0.2 and more, lists and tables 0.1, other languages next to none.</summary>
    private const double FewestOfGrammar = 0.05;

    /// <summary>Share of letters in Latin script below which a stretch is in another script.</summary>
    private const double MostlyLatin = 0.6;

    private static readonly FrozenSet<string> Grammar = new[]
    {
        "the", "of", "and", "to", "that", "is", "are", "for", "with", "this", "we", "it", "by", "from", "be", "as", "which", "have", "not", "their", "these", "can", "our", "has", "was", "were", "its",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a whole text is in English.</summary>
    public static bool Is(string text)
    {
        if (!IsLatin(text)) return false;
        int words = 0, grammar = 0;
        var lookup = Grammar.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 0; start < text.Length;)
        {
            if (!char.IsLetter(text[start]))
            {
                start++;
                continue;
            }

            var end = start;
            while (end < text.Length && char.IsLetter(text[end])) end++;
            words++;
            if (lookup.Contains(text.AsSpan(start, end - start))) grammar++;
            start = end;
        }

        return words < FewestWords || grammar >= FewestOfGrammar * words;
    }

    /// <summary>Whether a stretch is written in Latin script; foreign names and formulas in it do no harm.</summary>
    public static bool IsLatin(ReadOnlySpan<char> stretch)
    {
        int letters = 0, latin = 0;
        foreach (var c in stretch)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            // Up to the end of Latin Extended-B; compatibility forms such as the ligatures of print are Latin too.
            if (c is <= '\u024f' or (>= '\ufb00' and <= '\ufb06')) latin++;
        }

        return latin >= MostlyLatin * letters;
    }
}
