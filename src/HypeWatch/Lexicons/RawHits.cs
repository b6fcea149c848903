namespace HypeWatch.Lexicons;

/// <summary>A term found, before overlaps are resolved. It holds numbers only, so that a list of them costs the collector nothing.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends; for a stem the end of the word.</param>
/// <param name="Entry">Number of the entry in the table.</param>
/// <param name="Length">Length of the term.</param>
/// <param name="List">Number of its list.</param>
/// <param name="IsStem">Whether it is a stem.</param>
internal readonly record struct RawHit(int Start, int End, int Entry, short Length, byte List, bool IsStem)
{
    /// <summary>Earlier start, longer term, whole word before stem.</summary>
    public bool ComesBefore(in RawHit other) =>
        Start != other.Start ? Start < other.Start : Length != other.Length ? Length > other.Length : !IsStem && other.IsStem;
}

/// <summary>Hits sorted by place, in a buffer that is used again.</summary>
internal sealed class RawHits
{
    private RawHit[] hits = new RawHit[16];

    public int Count { get; private set; }

    public ref readonly RawHit this[int index] => ref hits[index];

    public void Clear() => Count = 0;

    /// <summary>Hits come in the order of their ends, so the place of a new one is near the end.</summary>
    public void Insert(in RawHit hit)
    {
        if (Count == hits.Length) Array.Resize(ref hits, 2 * Count);
        var at = Count++;
        for (; at > 0 && hit.ComesBefore(hits[at - 1]); at--) hits[at] = hits[at - 1];
        hits[at] = hit;
    }

    /// <summary>Of hits of one list that overlap, keeps the one that starts first, of these the longest.</summary>
    /// <param name="ends">One number a list, to work with.</param>
    public void Resolve(System.Span<int> ends)
    {
        if (Count < 2) return;
        ends.Clear();
        var kept = 0;
        for (var i = 0; i < Count; i++)
        {
            ref readonly var hit = ref hits[i];
            if (hit.Start < ends[hit.List]) continue;
            ends[hit.List] = hit.End;
            hits[kept++] = hit;
        }

        Count = kept;
    }
}
