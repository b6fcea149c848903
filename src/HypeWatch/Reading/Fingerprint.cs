using System.Buffers;
using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>A run of words that stands for its neighbourhood.</summary>
/// <param name="Hash">Hash of the words.</param>
/// <param name="Span">Where they stand.</param>
internal readonly record struct FingerprintMark(ulong Hash, Span Span);

/// <summary>
/// Winnowing (Schleimer, Wilkerson and Aiken 2003) over runs of five words: of every eight neighbouring runs the one with the smallest hash is kept, with its
/// place. Two texts that share twelve words in a row share a mark, whatever stands around them.
/// </summary>
internal static class Fingerprint
{
    /// <summary>Words of a run.</summary>
    public const int RunWords = 5;

    /// <summary>Neighbouring runs of which one is kept.</summary>
    public const int Window = 8;

    private const ulong Base = 0x9E3779B97F4A7C15;
    private const ulong LeavingBase = unchecked(Base * Base * Base * Base * Base);

    /// <summary>The marks of a text, in order. Takes time in proportion to its length, and little more than cutting it into words.</summary>
    public static FingerprintMark[] Of(ReadOnlySpan<char> text)
    {
        var marks = ArrayPool<FingerprintMark>.Shared.Rent(Math.Max(16, text.Length / 16));
        try
        {
            var count = 0;
            Span<ulong> words = stackalloc ulong[8], runs = stackalloc ulong[Window];
            Span<int> starts = stackalloc int[8], ends = stackalloc int[Window], firsts = stackalloc int[Window];
            var stream = new WordStream(text);
            ulong rolling = 0;
            int word = 0, last = -1;
            for (; stream.MoveNext(); word++)
            {
                rolling = (rolling * Base) + stream.Hash;
                if (word >= RunWords) rolling -= words[(word - RunWords) & 7] * LeavingBase;
                words[word & 7] = stream.Hash;
                starts[word & 7] = stream.Span.Start;
                var run = word - RunWords + 1;
                if (run < 0) continue;
                var slot = run % Window;
                (runs[slot], firsts[slot], ends[slot]) = (Mix(rolling), starts[run & 7], stream.Span.End);
                if (run < Window - 1) continue;
                var best = last;
                if (last <= run - Window)
                {
                    best = run - Window + 1;
                    for (var i = best + 1; i <= run; i++)
                    {
                        if (runs[i % Window] <= runs[best % Window]) best = i;
                    }
                }
                else if (runs[slot] <= runs[last % Window]) best = run;

                if (best == last) continue;
                last = best;
                Add(ref marks, ref count, new(runs[best % Window], new(firsts[best % Window], ends[best % Window])));
            }

            // A text too short for a window has one mark.
            var all = word - RunWords + 1;
            if (count == 0 && all > 0)
            {
                var best = 0;
                for (var i = 1; i < all; i++)
                {
                    if (runs[i] <= runs[best]) best = i;
                }

                Add(ref marks, ref count, new(runs[best], new(firsts[best], ends[best])));
            }

            return marks.AsSpan(0, count).ToArray();
        }
        finally
        {
            ArrayPool<FingerprintMark>.Shared.Return(marks);
        }
    }

    /// <summary>The hash of every run of words, with its place; for the comparison of two texts that are known to share some.</summary>
    public static List<FingerprintMark> AllRuns(ReadOnlySpan<char> text)
    {
        var all = new List<FingerprintMark>();
        Span<ulong> words = stackalloc ulong[8];
        Span<int> starts = stackalloc int[8];
        var stream = new WordStream(text);
        ulong rolling = 0;
        for (var word = 0; stream.MoveNext(); word++)
        {
            rolling = (rolling * Base) + stream.Hash;
            if (word >= RunWords) rolling -= words[(word - RunWords) & 7] * LeavingBase;
            words[word & 7] = stream.Hash;
            starts[word & 7] = stream.Span.Start;
            if (word >= RunWords - 1) all.Add(new(Mix(rolling), new(starts[(word - RunWords + 1) & 7], stream.Span.End)));
        }

        return all;
    }

    private static void Add(ref FingerprintMark[] marks, ref int count, FingerprintMark mark)
    {
        if (count == marks.Length)
        {
            var larger = ArrayPool<FingerprintMark>.Shared.Rent(2 * count);
            marks.AsSpan().CopyTo(larger);
            ArrayPool<FingerprintMark>.Shared.Return(marks);
            marks = larger;
        }

        marks[count++] = mark;
    }

    private static ulong Mix(ulong x)
    {
        x ^= x >> 32;
        x *= 0xd6e8feb86659fd93;
        return x ^ (x >> 32);
    }
}
