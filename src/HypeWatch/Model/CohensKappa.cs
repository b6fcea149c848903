namespace HypeWatch.Model;

/// <summary>Agreement of two raters beyond chance (Cohen, "A coefficient of agreement for nominal scales", 1960).</summary>
public static class CohensKappa
{
    /// <summary>-1 to 1; null where chance alone explains all, because both always say the same thing, or where there is nothing to compare.</summary>
    /// <param name="pairs">What both said of each thing.</param>
    public static double? Of<T>(IReadOnlyList<(T First, T Second)> pairs)
    {
        if (pairs.Count == 0) return null;
        var seen = (double)pairs.Count(pair => Equals(pair.First, pair.Second)) / pairs.Count;
        var chance = pairs.Select(pair => pair.First).Distinct().Sum(value => (double)pairs.Count(pair => Equals(pair.First, value)) / pairs.Count * pairs.Count(pair => Equals(pair.Second, value)) / pairs.Count);
        return chance < 1 ? (seen - chance) / (1 - chance) : null;
    }
}
