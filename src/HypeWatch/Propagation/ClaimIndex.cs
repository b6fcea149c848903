namespace HypeWatch.Propagation;

/// <summary>
/// An inverted index over propositions: which of many share the rare concepts of one. Candidates only; whether two say the same is for
/// <see cref="ClaimAligner"/> to verify.
/// </summary>
internal sealed class ClaimIndex
{
    // Where few sentences are at hand, frequencies say little; these unseen ones stand in for the rest of the literature.
    private const double PriorSentences = 200;

    // A concept of more propositions than this leads to none of them, so that a query takes bounded time; rarer ones lead there too.
    private const int MaxPostings = 2000;

    private readonly Dictionary<string, List<int>> postings = new(StringComparer.Ordinal);
    private readonly int count;

    /// <summary>Indexes propositions; their positions in the list are their names.</summary>
    public ClaimIndex(IReadOnlyList<Proposition> propositions)
    {
        count = propositions.Count;
        for (var i = 0; i < count; i++)
            foreach (var concept in propositions[i].Concepts.Keys)
            {
                if (!postings.TryGetValue(concept, out var list)) postings[concept] = list = [];
                list.Add(i);
            }
    }

    /// <summary>How much sharing a concept says: its weight, times the logarithm of how rare it is here.</summary>
    public double Weight(Concept concept) =>
        concept.Weight * Math.Log((count + PriorSentences) / ((postings.TryGetValue(concept.Name, out var list) ? list.Count : 0) + 1.0));

    /// <summary>The propositions that share most with one, best first.</summary>
    /// <param name="proposition">What is looked for.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="isWanted">Which propositions count.</param>
    public IReadOnlyList<int> Nearest(Proposition proposition, int most, Func<int, bool> isWanted)
    {
        var scores = new Dictionary<int, double>();
        foreach (var concept in proposition.Concepts.Values)
        {
            if (!postings.TryGetValue(concept.Name, out var list) || list.Count > MaxPostings) continue;
            var weight = Weight(concept);
            foreach (var item in list)
                if (isWanted(item)) scores[item] = scores.GetValueOrDefault(item) + weight;
        }

        return [.. scores.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Take(most).Select(pair => pair.Key)];
    }
}
