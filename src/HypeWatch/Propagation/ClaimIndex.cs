namespace HypeWatch.Propagation;

/// <summary>
/// An inverted index over texts: which of many share the rare concepts of one. Candidates only; whether two say the same is for <see cref="ClaimAligner"/> to
/// verify. Ranks as Okapi BM25 does (Robertson and Zaragoza 2009), by concepts and their weights instead of words.
/// </summary>
internal sealed class ClaimIndex
{
    // Where few sentences are at hand, frequencies say little; these unseen ones stand in for the rest of the literature.
    private const double PriorTexts = 200;

    // A query reads so many entries at most, those of its rarest concepts first, so that it takes bounded time however much is stored.
    private const int MaxVisited = 50_000;

    // The usual saturation, and little discount for length: a long sentence about several things still holds the claim.
    private const double Saturation = 1.2, LengthShare = 0.3;

    private readonly Dictionary<string, List<(int Text, int Count)>> postings = new(StringComparer.Ordinal);
    private readonly List<int> lengths;
    private readonly double meanLength;

    /// <summary>Indexes texts by their concepts; their positions in the list are their names.</summary>
    public ClaimIndex(IReadOnlyList<IReadOnlyList<Concept>> texts)
    {
        lengths = [.. texts.Select(text => text.Count)];
        meanLength = Math.Max(1, lengths.DefaultIfEmpty().Average());
        for (var i = 0; i < texts.Count; i++)
            foreach (var concept in texts[i].CountBy(concept => concept.Name, StringComparer.Ordinal))
            {
                if (!postings.TryGetValue(concept.Key, out var list)) postings[concept.Key] = list = [];
                list.Add((i, concept.Value));
            }
    }

    /// <summary>How much sharing a concept says: its weight, times the logarithm of how rare it is here.</summary>
    public double Weight(Concept concept) =>
        concept.Weight * Math.Log((lengths.Count + PriorTexts) / ((postings.TryGetValue(concept.Name, out var list) ? list.Count : 0) + 1.0));

    /// <summary>The texts that share most with one, best first.</summary>
    /// <param name="text">The concepts of what is looked for.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="isWanted">Which texts count; null for all.</param>
    public IReadOnlyList<int> Nearest(IReadOnlyList<Concept> text, int most, Func<int, bool>? isWanted = null)
    {
        var scores = new double[lengths.Count];
        var touched = new List<int>();
        var budget = MaxVisited;
        var rarestFirst = text.DistinctBy(concept => concept.Name, StringComparer.Ordinal).Where(concept => postings.ContainsKey(concept.Name)).OrderBy(concept => postings[concept.Name].Count);
        foreach (var concept in rarestFirst)
        {
            var list = postings[concept.Name];
            if ((budget -= list.Count) < 0) break;
            var weight = Weight(concept);
            foreach (var (item, count) in list)
            {
                if (scores[item] == 0) touched.Add(item);
                scores[item] += weight * count * (Saturation + 1) / (count + (Saturation * (1 - LengthShare + (LengthShare * lengths[item] / meanLength))));
            }
        }

        // The least of the best so far is thrown out first; of equals, the later.
        var best = new PriorityQueue<int, (double, int)>();
        foreach (var item in touched)
        {
            if (isWanted?.Invoke(item) is false) continue;
            if (best.Count < most) best.Enqueue(item, (scores[item], -item));
            else best.EnqueueDequeue(item, (scores[item], -item));
        }

        var ranked = new int[best.Count];
        for (var i = ranked.Length - 1; i >= 0; i--) ranked[i] = best.Dequeue();
        return ranked;
    }
}
