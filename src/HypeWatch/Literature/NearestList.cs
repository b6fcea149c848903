using System.Numerics.Tensors;

namespace HypeWatch.Literature;

/// <summary>The best of many scored items; of equals the one that came first.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class NearestList(int most)
{
    /// <summary>Scores of which the largest is looked for at once.</summary>
    private const int Block = 64;

    private readonly PriorityQueue<(int Index, float Score), long> kept = new(most);
    private float least = float.NegativeInfinity;

    /// <summary>Keeps an item if it is among the best so far; what is no number never is.</summary>
    public void Offer(int index, float score)
    {
        if (!(score > least)) return;
        if (kept.Count == most) kept.EnqueueDequeue((index, score), Rank(index, score));
        else kept.Enqueue((index, score), Rank(index, score));
        if (kept.Count == most && kept.TryPeek(out var worst, out _)) least = worst.Score;
    }

    /// <summary>The same for items that follow each other.</summary>
    public void Offer(int first, ReadOnlySpan<float> scores)
    {
        for (var at = 0; at < scores.Length; at += Block)
        {
            var block = scores.Slice(at, Math.Min(Block, scores.Length - at));
            if (TensorPrimitives.Max(block) <= least) continue;
            for (var i = 0; i < block.Length; i++) Offer(first + at + i, block[i]);
        }
    }

    /// <summary>What was kept, best first.</summary>
    public IReadOnlyList<(int Index, float Score)> Sorted() => [.. kept.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element)];

    /// <summary>A number that orders as the score does and, among equals, the earlier item higher: of two floats the bits are in order but for the sign's, and nought has one sign.</summary>
    private static long Rank(int index, float score)
    {
        var bits = BitConverter.SingleToInt32Bits(score + 0f);
        return ((long)(bits >= 0 ? bits : bits ^ int.MaxValue) << 32) | (uint)~index;
    }
}
