using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Says of a stop whether a sentence ends there, and where the sentence or the search goes on.</summary>
internal readonly ref struct StopRules(ReadOnlySpan<char> text, Span block)
{
    /// <summary>So many equal signs or underscores are a line drawn across the page.</summary>
    private const int ShortestRule = 5;
    private const int LongestCitation = 40;

    private readonly ReadOnlySpan<char> text = text;
    private readonly int end = block.End;

    /// <summary>Judges the stop at a place.</summary>
    /// <param name="start">Where the sentence begins.</param>
    /// <param name="stop">Place of the stop.</param>
    /// <returns>Whether the sentence ends, and its end, or else where to look for the next stop.</returns>
    public (bool IsEnd, int Next) Judge(int start, int stop)
    {
        var c = text[stop];
        if (c is '=' or '_') return DrawnLine(stop);
        if (c is '\u3002' or '\uff01' or '\uff1f' or '\uff61') return WideStop(stop);
        if (c == '.' && SpacedEllipsis(stop) is { } ellipsis) return ellipsis;

        var last = stop + 1;
        while (last < end && text[last] is '.' or '!' or '?' or '\u2026') last++;
        var closed = SkipClosers(last);
        if (closed >= end) return (true, end);
        if (!char.IsWhiteSpace(text[closed])) return NoSpace(start, stop, last, closed);
        var next = closed;
        while (next < end && char.IsWhiteSpace(text[next])) next++;
        if (next >= end) return (true, end);
        if (SmileyEnd(next) is { } smiley && smiley > next) return (true, smiley);
        return (Ends(start, stop, last, closed, next), closed);
    }

    private bool Ends(int start, int stop, int last, int closed, int next)
    {
        // "[...]" stands for words that were left out.
        var isEllipsis = last - stop > 1 && text[stop] is '.' or '\u2026';
        if (isEllipsis && stop > start && text[stop - 1] is '[' or '(') return false;
        if (char.IsLower(text[next])) return closed == last && !isEllipsis && EndsBeforeLower(start, stop, next);
        if (text[next] == '(' && closed > last && IsCitation(next)) return false;
        if (last - stop > 1 || text[stop] != '.') return true;
        return !BelongsToWord(start, stop, next);
    }

    /// <summary>People who write without capitals end sentences all the same: behind an ordinary word, before one that opens sentences.</summary>
    private bool EndsBeforeLower(int start, int stop, int next)
    {
        var word = WordBefore(start, stop);
        if (word.Length < 2 || !char.IsLower(word[0]) || SentenceWords.IsBound(word) || SentenceWords.IsFree(word)) return false;
        foreach (var c in word)
        {
            if (!char.IsLower(c)) return false;
        }

        return SentenceWords.Opens(WordAt(next)) ? text[stop] != '?' || char.IsLower(text[start]) || text[start..stop].IndexOfAny("\"\u201c") < 0 : char.IsLower(text[start]);
    }

    private bool BelongsToWord(int start, int stop, int next)
    {
        var word = WordBefore(start, stop);
        if (SentenceWords.IsBound(word)) return true;
        var opens = SentenceWords.Opens(WordAt(next));
        if (SentenceWords.IsFree(word)) return !opens;
        var from = stop - word.Length;
        if (word.Length == 1 && char.IsLetter(word[0])) return from == start || (char.IsUpper(word[0]) && !opens && AfterName(start, from));
        // A number at the start of a sentence is a list mark or a section number, or belongs to a caption's label.
        if (word.Length is 0 or > 3 || word.ContainsAnyExceptInRange('0', '9')) return false;
        if (from == start || IsBullet(text[start..from].TrimEnd())) return true;
        var before = text[start..from].TrimEnd().TrimEnd('.');
        var label = before[(before.LastIndexOf(' ') + 1)..];
        return label.Length == before.Length && SentenceWords.TakesLabel(label);
    }

    private static bool IsBullet(ReadOnlySpan<char> mark) => mark.Length == 1 && !char.IsLetterOrDigit(mark[0]);

    private bool AfterName(int start, int from)
    {
        var before = from;
        while (before > start && text[before - 1] is ' ' or '\n' or ',' or '&') before--;
        if (before == start) return true;
        var word = before;
        while (word > start && !char.IsWhiteSpace(text[word - 1])) word--;
        return char.IsUpper(text[word]) || text[word..before] is "and" or "by" or "of";
    }

    /// <summary>A stop with no space behind it: a footnote's mark, or a space that was forgotten before a word that opens sentences.</summary>
    private (bool IsEnd, int Next) NoSpace(int start, int stop, int last, int closed)
    {
        var c = text[closed];
        if (closed == last && IsRaised(c)) return WordBefore(start, stop) is { Length: >= 3 } noted && IsOrdinary(noted) && NoteEnd(closed) is { } note ? (true, note) : (false, closed);
        if (!char.IsUpper(c) && c is not ('"' or '\u201c' or '(')) return (false, closed);
        var word = WordBefore(start, stop);
        var following = WordAt(closed);
        var after = closed + following.Length;
        if (following.Length == 0 || !char.IsUpper(following[0]) || (after < end && text[after] is not (' ' or ',' or '.' or '\n')) || !SentenceWords.Opens(following)) return (false, closed);
        if (after + 1 < end && text[after] == '.' && !char.IsWhiteSpace(text[after + 1])) return (false, closed);
        if (word.IsEmpty || IsAddress(stop) || SentenceWords.IsBound(word) || SentenceWords.IsFree(word)) return (text[stop] != '.' && word.Length > 0, closed);
        return (word.Length > 1, closed);
    }

    private static bool IsOrdinary(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsLower(c)) return false;
        }

        return !SentenceWords.IsBound(word) && !SentenceWords.IsFree(word);
    }

    private bool IsAddress(int stop)
    {
        for (var i = stop - 1; i >= 0 && !char.IsWhiteSpace(text[i]); i--)
        {
            if (text[i] is '/' or '@' or '\\' or '_' or '=') return true;
        }

        return false;
    }

    private static bool IsRaised(char c) => char.IsAsciiDigit(c) || c is '\u00b9' or '\u00b2' or '\u00b3' or (>= '\u2070' and <= '\u2079');

    /// <summary>The end of one or two raised digits behind a stop, when a sentence follows; null when it is something else.</summary>
    private int? NoteEnd(int at)
    {
        var i = at;
        while (i < end && i - at < 3 && IsRaised(text[i])) i++;
        return i > at && i - at < 3 && (i == end || (i + 1 < end && char.IsWhiteSpace(text[i]) && char.IsUpper(text[i + 1]))) ? i : null;
    }

    /// <summary>
    /// Stops with spaces between them. Three in a sentence stand for words left out; a fourth before them ends the sentence, and the three go on with the next one; a fourth
    /// with a space before all of them ends the sentence behind them (Chicago Manual of Style, three-or-four-dot method).
    /// </summary>
    private (bool IsEnd, int Next)? SpacedEllipsis(int stop)
    {
        int dots = 1, last = stop + 1;
        for (; last + 1 < end && text[last] == ' ' && text[last + 1] == '.'; last += 2) dots++;
        if (dots < 3) return null;
        var closed = SkipClosers(last);
        var next = closed;
        while (next < end && char.IsWhiteSpace(text[next])) next++;
        if (next >= end) return (true, end);
        var attached = stop > 0 && !char.IsWhiteSpace(text[stop - 1]);
        if (attached && dots == 4 && char.IsUpper(text[next])) return (true, stop + 1);
        return (dots > 3 && !char.IsLower(text[next]), closed);
    }

    private (bool IsEnd, int Next) DrawnLine(int stop)
    {
        var last = stop + 1;
        while (last < end && text[last] == text[stop]) last++;
        return (last - stop >= ShortestRule && (last >= end || char.IsWhiteSpace(text[last])), last);
    }

    /// <summary>A full stop of East Asian print; inside a Japanese quotation that the sentence goes on behind, it is none.</summary>
    private (bool IsEnd, int Next) WideStop(int stop)
    {
        var last = stop + 1;
        while (last < end && text[last] is '\u3002' or '\uff01' or '\uff1f' or '\uff61' or '!' or '?' or '\u2026') last++;
        var closed = SkipClosers(last);
        return (closed == last || closed >= end || text[closed] is not ('\uff0c' or '\u3001' or ',' or '\uff1a' or (>= '\u3041' and <= '\u3096')), closed);
    }

    private int SkipClosers(int from)
    {
        while (from < end)
        {
            if (text[from] is '"' or '\'' or ')' or ']' or '\u201d' or '\u2019' or '\u00bb' or '\u300b' or '\u300d' or '\u300f' or '\u3011' or '\uff09' or '*') from++;
            else if (text[from] == '[' && CitationEnd(from) is { } close) from = close;
            else break;
        }

        return from;
    }

    /// <summary>The end of a mark such as <c>[3, 12]</c> that follows a stop without a space; null when it is something else.</summary>
    private int? CitationEnd(int from)
    {
        for (var i = from + 1; i < end && i < from + 20; i++)
        {
            if (text[i] == ']') return i > from + 1 ? i + 1 : null;
            if (!char.IsAsciiDigit(text[i]) && text[i] is not (',' or ' ' or '-' or '\u2013')) return null;
        }

        return null;
    }

    /// <summary>Whether a bracket behind a quotation names its source and closes the sentence: <c>(Ruiz 55).</c></summary>
    private bool IsCitation(int open)
    {
        var length = text[open..Math.Min(end, open + LongestCitation)].IndexOf(')');
        return length > 0 && open + length + 1 < end && text[open + length + 1] == '.';
    }

    private int? SmileyEnd(int at)
    {
        var i = at;
        if (i >= end || text[i] is not (':' or ';')) return null;
        i++;
        if (i < end && text[i] is '-' or '\'') i++;
        if (i >= end || text[i] is not (')' or '(' or 'D' or 'P' or 'p' or '/' or '|')) return null;
        i++;
        while (i < end && text[i] is ')' or '(') i++;
        return i >= end || char.IsWhiteSpace(text[i]) ? i : null;
    }

    private ReadOnlySpan<char> WordBefore(int start, int stop)
    {
        var from = stop;
        while (from > start && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] is '.' or '\u00b0' or '\u00ba')) from--;
        return text[from..stop];
    }

    private ReadOnlySpan<char> WordAt(int from)
    {
        while (from < end && text[from] is '"' or '\u201c' or '(' or '\u2018') from++;
        var last = from;
        while (last < end && (char.IsLetter(text[last]) || (text[last] is '\'' or '\u2019' && last + 1 < end && char.IsLetter(text[last + 1])))) last++;
        return text[from..last];
    }
}
