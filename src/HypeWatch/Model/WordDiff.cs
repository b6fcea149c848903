using System.Text.RegularExpressions;

namespace HypeWatch.Model;

/// <summary>What became of a run of words between two texts.</summary>
public enum WordChange
{
    /// <summary>It stands in both.</summary>
    Kept,
    /// <summary>It stands in the first only.</summary>
    Removed,
    /// <summary>It stands in the second only.</summary>
    Added,
}

/// <summary>A run of words.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Text">The words, with the spaces between them as written.</param>
/// <param name="Before">Where it stands in the first text; empty where it was added.</param>
/// <param name="After">Where it stands in the second text; empty where it was removed.</param>
public sealed record WordRun(WordChange Change, string Text, Span Before, Span After);

/// <summary>
/// Compares two texts word by word (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986), in linear space by its middle snake. Differences
/// of spacing are none.
/// </summary>
public static partial class WordDiff
{
    // Texts that share almost nothing need no exact script: beyond so many edits the rest of a stretch counts as replaced.
    private const int MostEdits = 4_000;

    /// <summary>The runs that lead from one text to the other, in order.</summary>
    public static IReadOnlyList<WordRun> Between(string before, string after)
    {
        var a = Words(before);
        var b = Words(after);
        var keptBefore = new bool[a.Length];
        var keptAfter = new bool[b.Length];
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        Mark(Number(before, a, numbers), 0, a.Length, Number(after, b, numbers), 0, b.Length, keptBefore, keptAfter);
        return Runs(before, a, keptBefore, after, b, keptAfter);
    }

    private static List<WordRun> Runs(string before, Span[] a, bool[] keptBefore, string after, Span[] b, bool[] keptAfter)
    {
        List<WordRun> runs = [];
        int i = 0, j = 0;
        while (i < a.Length || j < b.Length)
        {
            int fromI = i, fromJ = j;
            while (i < a.Length && !keptBefore[i]) i++;
            if (i > fromI) runs.Add(new(WordChange.Removed, Whole(a, fromI, i).Of(before), Whole(a, fromI, i), Place(b, fromJ)));
            while (j < b.Length && !keptAfter[j]) j++;
            if (j > fromJ) runs.Add(new(WordChange.Added, Whole(b, fromJ, j).Of(after), Place(a, i), Whole(b, fromJ, j)));
            (fromI, fromJ) = (i, j);
            while (i < a.Length && j < b.Length && keptBefore[i] && keptAfter[j])
            {
                i++;
                j++;
            }

            if (i > fromI) runs.Add(new(WordChange.Kept, Whole(b, fromJ, j).Of(after), Whole(a, fromI, i), Whole(b, fromJ, j)));
        }

        return runs;
    }

    // Marks the words of a longest common subsequence in both.
    private static void Mark(int[] a, int fromA, int toA, int[] b, int fromB, int toB, bool[] keptA, bool[] keptB)
    {
        while (fromA < toA && fromB < toB && a[fromA] == b[fromB]) keptA[fromA++] = keptB[fromB++] = true;
        while (fromA < toA && fromB < toB && a[toA - 1] == b[toB - 1]) keptA[--toA] = keptB[--toB] = true;
        if (fromA == toA || fromB == toB || Middle(a, fromA, toA, b, fromB, toB) is not var (x, y)) return;
        if ((x == fromA && y == fromB) || (x == toA && y == toB)) return;
        Mark(a, fromA, x, b, fromB, y, keptA, keptB);
        Mark(a, x, toA, b, y, toB, keptA, keptB);
    }

    // Searches from both ends at once until the two meet.
    private static (int X, int Y)? Middle(int[] a, int fromA, int toA, int[] b, int fromB, int toB)
    {
        int n = toA - fromA, m = toB - fromB, most = Math.Min((n + m + 1) / 2, MostEdits), delta = n - m, size = (2 * most) + 3, zero = most + 1;
        int[] forward = new int[size], backward = new int[size];
        for (var d = 0; d <= most; d++)
        {
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && forward[zero + k - 1] < forward[zero + k + 1]) ? forward[zero + k + 1] : forward[zero + k - 1] + 1;
                var y = x - k;
                while (x < n && y >= 0 && y < m && a[fromA + x] == b[fromB + y])
                {
                    x++;
                    y++;
                }

                forward[zero + k] = x;
                var opposite = delta - k;
                if (delta % 2 != 0 && opposite > -d && opposite < d && x + backward[zero + opposite] >= n && x <= n && y >= 0 && y <= m) return (fromA + x, fromB + y);
            }

            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && backward[zero + k - 1] < backward[zero + k + 1]) ? backward[zero + k + 1] : backward[zero + k - 1] + 1;
                var y = x - k;
                while (x < n && y >= 0 && y < m && a[toA - 1 - x] == b[toB - 1 - y])
                {
                    x++;
                    y++;
                }

                backward[zero + k] = x;
                var opposite = delta - k;
                if (delta % 2 == 0 && opposite >= -d && opposite <= d && x + forward[zero + opposite] >= n && x <= n && y >= 0 && y <= m) return (toA - x, toB - y);
            }
        }

        return null;
    }

    private static int[] Number(string text, Span[] words, Dictionary<string, int> numbers)
    {
        var numbered = new int[words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].Of(text);
            if (!numbers.TryGetValue(word, out var number)) numbers[word] = number = numbers.Count;
            numbered[i] = number;
        }

        return numbered;
    }

    private static Span[] Words(string text)
    {
        List<Span> words = [];
        foreach (var match in Word().EnumerateMatches(text)) words.Add(new(match.Index, match.Index + match.Length));
        return [.. words];
    }

    private static Span Whole(Span[] words, int from, int to) => new(words[from].Start, words[to - 1].End);

    private static Span Place(Span[] words, int at) => at < words.Length ? new(words[at].Start, words[at].Start) : words.Length == 0 ? new(0, 0) : new(words[^1].End, words[^1].End);

    [GeneratedRegex(@"\S+", RegexOptions.CultureInvariant, 5000)]
    private static partial Regex Word();
}
