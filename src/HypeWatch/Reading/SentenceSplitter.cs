using System.Collections.Frozen;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>
/// Cuts a block into sentences by rules: a stop ends a sentence unless it belongs to an abbreviation, an initial, a number or a version, or the next
/// word starts in lower case. Quotes, brackets and citation marks after the stop belong to the sentence; white space at its end does not.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>A run of text without any stop is cut here at a space, so that no passage grows without bound.</summary>
    private const int MaxLength = 4000;

    /// <summary>Never at the end of a sentence.</summary>
    private static readonly FrozenSet<string> Hard = FrozenSet.ToFrozenSet(
        ["e.g", "i.e", "cf", "vs", "viz", "fig", "figs", "sec", "secs", "sect", "eq", "eqs", "eqn", "eqns", "tab", "app", "ref", "refs", "dr", "prof", "mr", "mrs", "ms", "st",
         "pp", "vol", "vols", "ed", "eds", "approx", "resp", "w.r.t", "a.k.a", "thm", "lem", "def", "prop", "cor", "alg", "ch", "chap", "rev", "gen", "sen", "rep",
         "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "oct", "nov", "dec", "v", "ver", "esp", "incl", "excl", "supp", "suppl", "i.i.d", "ca"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>At the end of a sentence only when a word follows that usually opens one.</summary>
    private static readonly FrozenSet<string> Soft = FrozenSet.ToFrozenSet(
        ["al", "etc", "inc", "ltd", "corp", "co", "u.s", "u.k", "e.u", "d.c", "a.m", "p.m", "ph.d", "jr", "sr", "no", "nos", "p"], StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Openers = FrozenSet.ToFrozenSet(
        ["The", "This", "These", "That", "Those", "We", "Our", "It", "Its", "They", "Their", "In", "On", "At", "For", "However", "But", "And", "A", "An", "As", "If",
         "When", "While", "Here", "There", "To", "By", "With", "From", "He", "She", "I", "You", "Another", "Such", "Thus", "Then", "Although", "Since", "Note", "First", "Second"],
        StringComparer.Ordinal);

    public static List<Span> Split(string text, Span block)
    {
        var sentences = new List<Span>();
        var start = block.Start;
        for (var i = block.Start; i < block.End; i++)
        {
            if (i - start > MaxLength && char.IsWhiteSpace(text[i]))
            {
                Add(text, start, i, sentences);
                start = i;
            }
            else if (IsWideStop(text[i]))
            {
                i = SkipClosers(text, i + 1, block.End) - 1;
                Add(text, start, i + 1, sentences);
                start = i + 1;
            }
            else if (IsStop(text[i]))
            {
                var first = i;
                while (i + 1 < block.End && IsStop(text[i + 1])) i++;
                var end = SkipClosers(text, i + 1, block.End);
                if (end < block.End && !EndsHere(text, block, start, first, i, end)) continue;
                Add(text, start, end, sentences);
                start = end;
                i = end - 1;
            }
        }

        Add(text, start, block.End, sentences);
        return sentences;
    }

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '\u2026';

    private static bool IsWideStop(char c) => c is '\u3002' or '\uff01' or '\uff1f';

    private static bool EndsHere(string text, Span block, int start, int first, int last, int end)
    {
        if (!char.IsWhiteSpace(text[end])) return false;
        var next = end;
        while (next < block.End && char.IsWhiteSpace(text[next])) next++;
        if (next >= block.End) return true;
        if (char.IsLower(text[next])) return false;
        return text[first] != '.' || first != last || !IsAbbreviation(text, start, first, next, block.End);
    }

    private static bool IsAbbreviation(string text, int start, int stop, int next, int end)
    {
        var from = stop;
        while (from > start && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] == '.')) from--;
        var word = text[from..stop];
        if (Hard.Contains(word)) return true;
        var following = next;
        while (following < end && char.IsLetter(text[following])) following++;
        var opens = Openers.Contains(text[next..following]);
        if (Soft.Contains(word)) return !opens;
        if (word.Length == 1 && char.IsUpper(word[0])) return !opens && AfterName(text, start, from);
        // A number at the start of a block is a list mark or a section number, or belongs to a caption's label.
        return word.Length is > 0 and <= 3 && word.All(char.IsAsciiDigit) && (from == start || text[start..from].TrimEnd() is "Figure" or "Fig." or "Table" or "Box" or "Algorithm" or "Listing");
    }

    private static bool AfterName(string text, int start, int from)
    {
        var before = from;
        while (before > start && text[before - 1] is ' ' or '\n' or ',' or '&') before--;
        if (before == start) return true;
        var word = before;
        while (word > start && !char.IsWhiteSpace(text[word - 1])) word--;
        return char.IsUpper(text[word]) || text[word..before] is "and" or "by" or "of";
    }

    private static int SkipClosers(string text, int at, int end)
    {
        while (at < end)
        {
            if (text[at] is '"' or '\'' or ')' or ']' or '\u201d' or '\u2019' or '\u00bb' or '\u300d' or '\u300f' or '\u3011' or '*') at++;
            else if (text[at] == '[' && CitationEnd(text, at, end) is { } close) at = close;
            else break;
        }

        return at;
    }

    /// <summary>The end of a mark such as <c>[3, 12]</c> that follows a stop without a space; null when it is something else.</summary>
    private static int? CitationEnd(string text, int at, int end)
    {
        for (var i = at + 1; i < end && i < at + 20; i++)
        {
            if (text[i] == ']') return i > at + 1 ? i + 1 : null;
            if (!char.IsAsciiDigit(text[i]) && text[i] is not (',' or ' ' or '-' or '\u2013')) return null;
        }

        return null;
    }

    private static void Add(string text, int start, int end, List<Span> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) sentences.Add(new(start, end));
    }
}
