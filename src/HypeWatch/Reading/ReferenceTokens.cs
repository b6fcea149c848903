using System.Buffers;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>The outer form of a word, coarse enough to be counted on a few references.</summary>
internal enum WordForm : byte
{
    None,
    Lower,
    Capitalised,
    /// <summary>One or more capitals with stops: <c>J.</c>, <c>J.-P.</c>, <c>A.B.</c></summary>
    Initials,
    /// <summary>One to three capitals without stops, as medical journals print initials.</summary>
    FewCapitals,
    Capitals,
    Year,
    Digits,
    /// <summary>Digits joined by dashes: pages.</summary>
    Range,
    /// <summary>Digits and letters.</summary>
    Mixed,
    Address,
    OtherScript,
}

/// <summary>A word of a reference with what its surroundings tell.</summary>
/// <param name="Span">Where it stands, punctuation included.</param>
/// <param name="Key">Letters and digits, lower case.</param>
/// <param name="Form">Its outer form.</param>
/// <param name="Lead">The mark before its first letter; space when there is none.</param>
/// <param name="Trail">The mark behind its last letter; space when there is none.</param>
/// <param name="Trail2">The mark behind that.</param>
/// <param name="Quotes">0 outside quotation marks, 1 first word inside, 2 further inside, 3 last inside, 4 the word behind.</param>
/// <param name="InBrackets">Whether it stands in brackets.</param>
/// <param name="Stops">Sentence-like stops before it, at most 4.</param>
/// <param name="Years">Years before it, at most 2.</param>
/// <param name="Commas">Commas before it, at most 4.</param>
internal readonly record struct ReferenceToken(Span Span, string Key, WordForm Form, char Lead, char Trail, char Trail2, int Quotes, bool InBrackets, int Stops, int Years, int Commas);

/// <summary>Cuts a reference at white space and notes what is seen of each word.</summary>
internal static class ReferenceTokens
{
    private const int MaxTokens = 400;

    private static readonly SearchValues<char> Opening = SearchValues.Create("\"\u201c\u00ab\u201e\u201f\u2018"), Closing = SearchValues.Create("\"\u201d\u00bb\u201c\u2019"),
        Lone = SearchValues.Create("\"\u201c\u00ab\u201e"), LoneClosing = SearchValues.Create("\"\u201d\u00bb");

    public static List<ReferenceToken> Of(string text)
    {
        var tokens = new List<ReferenceToken>();
        int stops = 0, years = 0, commas = 0, depth = 0;
        bool quoted = false, justClosed = false;
        for (var at = 0; at < text.Length && tokens.Count < MaxTokens;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
            var word = text.AsSpan(start, at - start);
            int first = 0, last = word.Length;
            while (first < word.Length && !char.IsLetterOrDigit(word[first])) first++;
            while (last > first && !char.IsLetterOrDigit(word[last - 1])) last--;
            var lead = word[..first];
            var rest = word[last..];
            var opens = !quoted && lead.ContainsAny(Opening);
            var closes = (quoted || opens) && rest.ContainsAny(Closing);
            // A lone mark, as French print sets it, opens and closes as well.
            if (first == word.Length) (opens, closes) = (!quoted && word.ContainsAny(Lone), quoted && word.ContainsAny(LoneClosing));
            var bracketed = depth > 0 || lead.IndexOfAny("([") >= 0;
            var quotes = opens ? 1 : closes && quoted ? 3 : quoted ? 2 : justClosed ? 4 : 0;
            var core = word[first..last];
            var form = FormOf(core, rest);
            tokens.Add(new(
                new(start, at), KeyOf(core), form, lead.IsEmpty ? ' ' : Fold(lead[0]), rest.IsEmpty ? ' ' : Fold(rest[0]), rest.Length > 1 ? Fold(rest[1]) : ' ', quotes, bracketed, Math.Min(stops, 4),
                Math.Min(years, 2), Math.Min(commas, 4)));
            foreach (var c in word)
            {
                if (c is '(' or '[') depth++;
                else if (c is ')' or ']' && depth > 0) depth--;
            }

            justClosed = closes;
            quoted = (quoted || opens) && !closes;
            if (form == WordForm.Year) years++;
            if (rest.Contains(',')) commas++;
            if (rest.IndexOfAny(".?!") >= 0 && form is not (WordForm.Initials or WordForm.FewCapitals) && core.Length > 1) stops++;
        }

        return tokens;
    }

    private static WordForm FormOf(ReadOnlySpan<char> core, ReadOnlySpan<char> rest)
    {
        if (core.IsEmpty) return WordForm.None;
        if (core.Contains("//", StringComparison.Ordinal) || core.StartsWith("www.") || core.StartsWith("10.") && core.Contains('/') || core.StartsWith("doi:", StringComparison.OrdinalIgnoreCase)) return WordForm.Address;
        int letters = 0, digits = 0, capitals = 0, stops = 0, dashes = 0;
        foreach (var c in core)
        {
            if (char.IsDigit(c)) digits++;
            else if (char.IsLetter(c)) letters++;
            if (char.IsUpper(c)) capitals++;
            if (c == '.') stops++;
            if (c is '-' or '\u2013' or '\u2014' or '\u2010' or '/') dashes++;
        }

        if (digits > 0 && letters == 0) return digits == 4 && IsYear(core[..4]) ? WordForm.Year : dashes > 0 ? digits >= 4 && IsYear(core[..Math.Min(4, core.Length)]) && core.Length > 4 && core[4] is '/' ? WordForm.Year : WordForm.Range : WordForm.Digits;
        if (digits == 4 && letters == 1 && core.Length == 5 && IsYear(core[..4])) return WordForm.Year;
        if (digits > 0) return WordForm.Mixed;
        if (core[0] > '\u024f') return WordForm.OtherScript;
        if (capitals == letters && letters <= 4 && (letters == 1 || stops > 0) && (stops > 0 || rest.StartsWith("."))) return WordForm.Initials;
        if (capitals == letters && letters <= 3) return WordForm.FewCapitals;
        if (capitals == letters) return WordForm.Capitals;
        return char.IsUpper(core[0]) ? WordForm.Capitalised : WordForm.Lower;
    }

    private static bool IsYear(ReadOnlySpan<char> digits) =>
        digits.Length == 4 && !digits.ContainsAnyExceptInRange('0', '9') && ((digits[0] == '1' && digits[1] >= '5') || (digits[0] == '2' && digits[1] == '0'));

    private static string KeyOf(ReadOnlySpan<char> core)
    {
        Span<char> key = stackalloc char[32];
        var length = 0;
        foreach (var c in core)
        {
            if (length < key.Length && char.IsLetterOrDigit(c)) key[length++] = char.IsDigit(c) ? '0' : char.ToLowerInvariant(c);
        }

        return new(key[..length]);
    }

    private static char Fold(char c) => c switch
    {
        '\u201c' or '\u201d' or '\u00ab' or '\u00bb' or '\u201e' or '\u2018' or '\u2019' or '\'' => '"',
        '[' => '(',
        ']' => ')',
        _ => c,
    };
}
