namespace HypeWatch.Benchmarks;

/// <summary>The peer of screening: the textbook automaton of Aho and Corasick as one table over lower-cased ASCII, which counts terms on word boundaries and does nothing else.</summary>
internal sealed class BareAutomaton
{
    private const int Row = 64;

    private readonly ushort[] next;
    private readonly byte[][] lengths;
    private readonly byte[] columns = new byte[128];

    public BareAutomaton(IEnumerable<string> terms)
    {
        var nodes = new List<int[]> { new int[Row] };
        var ends = new List<List<byte>> { new() };
        var last = 0;
        foreach (var term in terms.Where(term => term.All(char.IsAscii)).Distinct(StringComparer.Ordinal))
        {
            var node = 0;
            foreach (var c in term)
            {
                var lower = char.ToLowerInvariant(c);
                if (columns[lower] == 0) columns[lower] = columns[char.ToUpperInvariant(lower)] = (byte)++last;
                ref var child = ref nodes[node][columns[lower]];
                if (child == 0)
                {
                    child = nodes.Count;
                    nodes.Add(new int[Row]);
                    ends.Add([]);
                }

                node = child;
            }

            ends[node].Add((byte)term.Length);
        }

        if (last >= Row) throw new InvalidOperationException("more characters than columns");
        var fail = new int[nodes.Count];
        var queue = new Queue<int>(nodes[0].Where(child => child != 0));
        while (queue.TryDequeue(out var node))
        {
            ends[node].AddRange(ends[fail[node]]);
            for (var column = 0; column < Row; column++)
            {
                ref var child = ref nodes[node][column];
                if (child == 0) child = nodes[fail[node]][column];
                else
                {
                    fail[child] = nodes[fail[node]][column];
                    queue.Enqueue(child);
                }
            }
        }

        next = [.. nodes.SelectMany(node => node.Select(child => (ushort)child))];
        lengths = [.. ends.Select(end => end.ToArray())];
    }

    /// <summary>Number of terms in a text, overlapping ones included.</summary>
    public int Count(ReadOnlySpan<char> text)
    {
        var (table, classes) = (next, columns);
        int state = 0, count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            int c = text[i];
            state = table[(state * Row) + (c < 128 ? classes[c] : 0)];
            if (lengths[state].Length == 0) continue;
            if (i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])) continue;
            foreach (var length in lengths[state])
            {
                var before = i - length;
                if (before < 0 || !char.IsLetterOrDigit(text[before])) count++;
            }
        }

        return count;
    }
}
