using System.Buffers;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>Goes from sentence to sentence. It looks closer only where a stop, a rule or the next mark of a list stands, so that it takes little more than the search for those.</summary>
internal ref struct SentenceScanner
{
    /// <summary>A run of text without any stop is cut here at a space, so that no passage grows without bound.</summary>
    private const int MaxLength = 4000;

    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?\u2026\u3002\uff01\uff1f\uff61=_");

    private readonly ReadOnlySpan<char> text;
    private readonly int end;
    private readonly StopRules rules;
    private ListMarks marks;
    private int at;
    private bool hasSoleLine;

    public SentenceScanner(ReadOnlySpan<char> text, Span block)
    {
        this.text = text;
        end = block.End;
        at = block.Start;
        rules = new(text, block);
        marks = new(text, block);
        hasSoleLine = ShortLines.Are(text[block.Start..block.End]);
    }

    /// <summary>The sentence found last, without white space at its ends.</summary>
    public Span Current { get; private set; }

    /// <summary>For <c>foreach</c>.</summary>
    public readonly SentenceScanner GetEnumerator() => this;

    /// <summary>Goes to the next sentence.</summary>
    public bool MoveNext()
    {
        while (at < end && char.IsWhiteSpace(text[at])) at++;
        if (at >= end) return false;
        var start = at;
        at = hasSoleLine ? LineEnd(start) : Next(start);
        var last = at;
        while (last > start && char.IsWhiteSpace(text[last - 1])) last--;
        Current = new(start, last);
        return true;
    }

    private readonly int LineEnd(int start)
    {
        var length = text[start..end].IndexOf('\n');
        return length < 0 ? end : start + length;
    }

    private int Next(int start)
    {
        var item = marks.NextItem(start);
        for (var from = start; ;)
        {
            var window = Math.Min(end, start + MaxLength);
            var found = from < window ? text[from..window].IndexOfAny(Stops) : -1;
            var stop = found < 0 ? window : from + found;
            if (item >= 0 && item <= stop) return item;
            if (found < 0) return window == end ? end : Cut(window);
            if (IsInWord(stop))
            {
                from = stop + 1;
                continue;
            }

            var (isEnd, next) = rules.Judge(start, stop);
            if (isEnd) return next;
            from = next;
        }
    }

    /// <summary>The common cases that need no rule: a point in a number, an address or a name, a lone equal sign.</summary>
    private readonly bool IsInWord(int stop)
    {
        if (stop + 1 >= end) return false;
        var (c, next) = (text[stop], text[stop + 1]);
        if (c is '=' or '_') return next != c;
        return c <= '?' && (char.IsAsciiLetterLower(next) || (char.IsAsciiDigit(next) && stop > 0 && char.IsAsciiDigit(text[stop - 1])));
    }

    private readonly int Cut(int from)
    {
        while (from < end && !char.IsWhiteSpace(text[from])) from++;
        return from;
    }
}

/// <summary>Recognises a block of three and more short lines without stops: an address, a menu, a list that lost its marks.</summary>
internal static class ShortLines
{
    private const int Longest = 30;

    public static bool Are(ReadOnlySpan<char> block)
    {
        if (!block.Contains('\n')) return false;
        var lines = 0;
        foreach (var range in block.Split('\n'))
        {
            var line = block[range].Trim();
            if (line.IsEmpty) continue;
            if (line.Length > Longest || line[^1] is '.' or '!' or '?' or ',' or '-') return false;
            lines++;
        }

        return lines >= 3;
    }
}
