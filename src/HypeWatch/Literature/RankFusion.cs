namespace HypeWatch.Literature;

/// <summary>One of several rankings of the same things.</summary>
/// <typeparam name="T">What is ranked.</typeparam>
/// <param name="Items">The things, best first, each with why it is there.</param>
/// <param name="Weight">How much the ranking counts.</param>
internal sealed record Ranking<T>(IReadOnlyList<(T Item, string Reason)> Items, double Weight = 1);

/// <summary>Reciprocal rank fusion (Cormack, Clarke and B&#252;ttcher 2009): scores of different kinds need no common scale.</summary>
internal static class RankFusion
{
    /// <summary>Dampens the lead of the first ranks; the value of the paper.</summary>
    private const double Damping = 60;

    /// <summary>Fuses rankings: best first, equals in the order in which they were met, each with the reasons of all rankings that hold it.</summary>
    public static IReadOnlyList<(T Item, double Score, IReadOnlyList<string> Reasons)> Fuse<T>(IReadOnlyList<Ranking<T>> rankings) where T : notnull
    {
        var fused = new Dictionary<T, (double Score, List<string> Reasons)>();
        foreach (var ranking in rankings)
            for (var rank = 0; rank < ranking.Items.Count; rank++)
            {
                var (item, reason) = ranking.Items[rank];
                var (score, reasons) = fused.TryGetValue(item, out var known) ? known : (0, []);
                reasons.Add(reason);
                fused[item] = (score + (ranking.Weight / (Damping + rank + 1)), reasons);
            }

        return [.. fused.Select(pair => (pair.Key, pair.Value.Score, (IReadOnlyList<string>)pair.Value.Reasons)).OrderByDescending(found => found.Score)];
    }
}
