namespace HypeWatch.Literature;

/// <summary>The best of many scored items; of equals the one that came first.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class NearestList(int most)
{
    private readonly PriorityQueue<int, (float Score, int Later)> kept = new(most);
    private float least = float.NegativeInfinity;

    /// <summary>Keeps an item if it is among the best so far.</summary>
    public void Offer(int index, float score)
    {
        if (score <= least) return;
        if (kept.Count == most) kept.EnqueueDequeue(index, (score, -index));
        else kept.Enqueue(index, (score, -index));
        if (kept.Count == most && kept.TryPeek(out _, out var worst)) least = worst.Score;
    }

    /// <summary>What was kept, best first.</summary>
    public IReadOnlyList<(int Index, float Score)> Sorted() =>
        [.. kept.UnorderedItems.Select(item => (item.Element, item.Priority.Score)).OrderByDescending(item => item.Score).ThenBy(item => item.Element)];
}
