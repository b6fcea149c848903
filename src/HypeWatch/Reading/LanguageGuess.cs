namespace HypeWatch.Reading;

/// <summary>The language of a text by its script, and English by its commonest words; <c>und</c> where neither decides.</summary>
internal static class LanguageGuess
{
    private const int Sample = 20_000;

    public static string Of(string text)
    {
        int latin = 0, hangul = 0, kana = 0, han = 0, cyrillic = 0;
        var sample = text.AsSpan(0, Math.Min(text.Length, Sample));
        foreach (var c in sample)
        {
            if (char.IsAsciiLetter(c)) latin++;
            else if (c is >= '\uac00' and <= '\ud7a3') hangul++;
            else if (c is >= '\u3040' and <= '\u30ff') kana++;
            else if (c is >= '\u4e00' and <= '\u9fff') han++;
            else if (c is >= '\u0400' and <= '\u04ff') cyrillic++;
        }

        // A Han or Hangul letter carries about as much as three Latin ones, and such texts quote Latin names.
        if (hangul * 3 > latin && hangul > han) return "ko";
        if (kana * 10 > han && (kana + han) * 3 > latin) return "ja";
        if (han * 3 > latin) return "zh";
        if (cyrillic > latin) return "und";
        return latin > 200 && EnglishShare(sample) > 0.08 ? "en" : "und";
    }

    private static double EnglishShare(ReadOnlySpan<char> sample)
    {
        int words = 0, english = 0;
        foreach (var range in sample.SplitAny(' ', '\n'))
        {
            words++;
            if (sample[range] is "the" or "of" or "and" or "to" or "is" or "that" or "in" or "we" or "for") english++;
        }

        return words == 0 ? 0 : (double)english / words;
    }
}
