using HypeWatch.Model;

namespace HypeWatch.Evals.Propagation;

/// <summary>What the product says of a pair.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Edge">The edge between both sentences; null when they were not matched.</param>
internal sealed record PairResult(ClaimPair Pair, PropagationEdge? Edge)
{
    public bool IsMatchRight => Edge is not null == Pair.Same;

    /// <summary>Null where no direction is labelled.</summary>
    public bool? IsDirectionRight => Pair.Direction is { } direction ? Edge?.Drift == direction : null;

    /// <summary>Null where no number was changed.</summary>
    public bool? IsNumberSeen => Pair.Change == "changed-number" ? Edge?.Changes.Any(change => change.Axis == ChangeAxis.Number) == true : null;
}

/// <summary>How often the product agrees with the labels. A pair that was not matched has a wrong direction.</summary>
/// <param name="Pairs">Number of pairs.</param>
/// <param name="Precision">Of the pairs that were matched, how many are the same.</param>
/// <param name="Recall">Of the same, how many were matched.</param>
/// <param name="F1">Their harmonic mean.</param>
/// <param name="Direction">Share of right directions.</param>
/// <param name="Numbers">Share of changed numbers that were seen.</param>
internal sealed record PairScore(int Pairs, double Precision, double Recall, double F1, double Direction, double Numbers)
{
    public static PairScore Of(IReadOnlyList<PairResult> results)
    {
        double right = results.Count(result => result is { Edge: not null, Pair.Same: true }), matched = results.Count(result => result.Edge is not null), same = results.Count(result => result.Pair.Same);
        double precision = matched > 0 ? right / matched : 0, recall = same > 0 ? right / same : 0;
        return new(
            results.Count, precision, recall, precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0,
            results.Select(result => result.IsDirectionRight).OfType<bool>().Select(value => value ? 1.0 : 0).DefaultIfEmpty().Average(),
            results.Select(result => result.IsNumberSeen).OfType<bool>().Select(value => value ? 1.0 : 0).DefaultIfEmpty().Average());
    }
}
