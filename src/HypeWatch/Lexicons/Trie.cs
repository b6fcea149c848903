namespace HypeWatch.Lexicons;

/// <summary>The tree of all terms, and the table made of it.</summary>
internal sealed class Trie(int width)
{
    private readonly List<int[]> children = [new int[width], new int[width]];
    private readonly List<List<TermAutomaton.Entry>> terms = [[], []];

    /// <summary>Number of columns.</summary>
    public int Width => width;

    /// <summary>Adds a term; of two equal ones of a list, the first counts.</summary>
    public void Add(LexiconTerm term, byte list, byte[] columns)
    {
        if (term.Term.Length == 0) return;
        var node = 0;
        foreach (var c in term.Term)
        {
            ref var child = ref children[node][columns[c]];
            if (child == 0)
            {
                child = children.Count;
                children.Add(new int[width]);
                terms.Add([]);
            }

            node = child;
        }

        if (!terms[node].Exists(entry => entry.List == list && entry.Term.IsStem == term.IsStem)) terms[node].Add(new(term, list));
    }

    /// <summary>
    /// Fills every step: where the tree has no child, the search goes on with the longest later beginning of a word that it has read, or outside or inside a word.
    /// States at which terms end get the highest numbers, so that one comparison tells them.
    /// </summary>
    /// <param name="shift">Bits of a row.</param>
    /// <param name="isWord">Of each column, whether its characters belong to words.</param>
    public (ushort[] Next, int FirstEnding, int[] Endings, TermAutomaton.Entry[] Entries) Compile(int shift, bool[] isWord)
    {
        const int Outside = 0, InWord = 1;
        if (children.Count > ushort.MaxValue) throw new FormatException($"the terms make {children.Count} states, more than {ushort.MaxValue}");
        var later = new int[children.Count];
        var queue = new Queue<int>();
        for (var column = 0; column < width; column++)
        {
            var child = children[Outside][column];
            var rest = isWord[column] ? InWord : Outside;
            if (child != 0)
            {
                later[child] = rest;
                queue.Enqueue(child);
            }
            else children[Outside][column] = rest;

            children[InWord][column] = isWord[column] ? InWord : children[Outside][column];
        }

        while (queue.TryDequeue(out var node))
        {
            terms[node].AddRange(terms[later[node]]);
            for (var column = 0; column < width; column++)
            {
                ref var child = ref children[node][column];
                var fallback = children[later[node]][column];
                if (child == 0) child = fallback;
                else
                {
                    later[child] = fallback;
                    queue.Enqueue(child);
                }
            }
        }

        return Number(shift);
    }

    private (ushort[] Next, int FirstEnding, int[] Endings, TermAutomaton.Entry[] Entries) Number(int shift)
    {
        var order = Enumerable.Range(0, children.Count).OrderBy(node => terms[node].Count > 0).ToArray();
        var numbers = new int[order.Length];
        for (var i = 0; i < order.Length; i++) numbers[order[i]] = i;
        var next = new ushort[order.Length << shift];
        var firstEnding = Array.FindIndex(order, node => terms[node].Count > 0);
        if (firstEnding < 0) firstEnding = order.Length;
        var endings = new List<int> { 0 };
        var entries = new List<TermAutomaton.Entry>();
        for (var i = 0; i < order.Length; i++)
        {
            for (var column = 0; column < width; column++) next[(i << shift) + column] = (ushort)numbers[children[order[i]][column]];
            if (i < firstEnding) continue;
            entries.AddRange(terms[order[i]]);
            endings.Add(entries.Count);
        }

        return (next, firstEnding, [.. endings], [.. entries]);
    }
}
