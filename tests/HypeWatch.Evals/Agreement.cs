namespace HypeWatch.Evals;

/// <summary>Agreement of two raters beyond chance.</summary>
internal static class Agreement
{
    /// <summary>Krippendorff's alpha with the ordinal difference (Krippendorff, "Computing Krippendorff's alpha-reliability", 2011), every unit rated by both.</summary>
    public static double OrdinalAlpha(IReadOnlyList<(int A, int B)> pairs)
    {
        var values = pairs.SelectMany(pair => new[] { pair.A, pair.B }).ToList();
        var counts = values.GroupBy(value => value).ToDictionary(group => group.Key, group => (double)group.Count());
        var observed = pairs.Sum(pair => 2 * Difference(counts, pair.A, pair.B));
        var expected = counts.Sum(a => counts.Sum(b => a.Value * b.Value * Difference(counts, a.Key, b.Key))) / (values.Count - 1);
        return expected == 0 ? 1 : 1 - (observed / expected);
    }

    private static double Difference(Dictionary<int, double> counts, int a, int b)
    {
        if (a == b) return 0;
        var (low, high) = (Math.Min(a, b), Math.Max(a, b));
        var between = counts.Where(pair => pair.Key >= low && pair.Key <= high).Sum(pair => pair.Value) - ((counts[low] + counts[high]) / 2);
        return between * between;
    }
}
