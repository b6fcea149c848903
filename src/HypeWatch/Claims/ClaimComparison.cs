using HypeWatch.Model;

namespace HypeWatch.Claims;

/// <summary>A claim of both readings.</summary>
/// <param name="Before">As the one reads it.</param>
/// <param name="After">As the other reads it.</param>
public sealed record ClaimPairing(Claim Before, Claim After)
{
    /// <summary>Whether type, strength, certainty, polarity or voice differ.</summary>
    public bool IsChanged => Before.Type != After.Type || Before.Strength != After.Strength || Before.Certainty != After.Certainty || Before.Polarity != After.Polarity
        || Before.Mode != After.Mode || Before.Asserter != After.Asserter;
}

/// <summary>How two readings of one text differ.</summary>
/// <param name="Both">Claims of both, which share at least half of their words' places.</param>
/// <param name="OnlyBefore">Claims of the first alone.</param>
/// <param name="OnlyAfter">Claims of the second alone.</param>
public sealed record ClaimDifference(IReadOnlyList<ClaimPairing> Both, IReadOnlyList<Claim> OnlyBefore, IReadOnlyList<Claim> OnlyAfter)
{
    /// <summary>Claims of both with another type, strength, certainty, polarity or voice.</summary>
    public IEnumerable<ClaimPairing> Changed => Both.Where(pair => pair.IsChanged);

    /// <summary>Share of the pairs for which something holds; null without pairs.</summary>
    public double? Share(Func<ClaimPairing, bool> holds) => Both.Count == 0 ? null : Both.Count(holds) / (double)Both.Count;

    /// <summary>Shares of pairs with the same main type, with strength and certainty within one level, and with the same voice.</summary>
    public ClaimAgreement Agreement => new(
        Share(pair => pair.Before.Type == pair.After.Type), Share(pair => Math.Abs(pair.Before.Strength - pair.After.Strength) <= 1),
        Share(pair => Math.Abs(pair.Before.Certainty - pair.After.Certainty) <= 1), Share(pair => pair.Before.Asserter == pair.After.Asserter));
}

/// <summary>How far two readings agree on the claims that both found, 0 to 1 each; null where there is nothing to compare.</summary>
/// <param name="Type">The same main type.</param>
/// <param name="Strength">Strength within one level.</param>
/// <param name="Certainty">Certainty within one level.</param>
/// <param name="Voice">The same asserter.</param>
public sealed record ClaimAgreement(double? Type, double? Strength, double? Certainty, double? Voice);

/// <summary>Compares two readings of one text, claim by claim.</summary>
public static class ClaimComparison
{
    private const double Enough = 0.5;

    /// <summary>Pairs claims by their places: the nearest first, each claim once.</summary>
    public static ClaimDifference Of(IReadOnlyList<Claim> before, IReadOnlyList<Claim> after)
    {
        var pairs = new List<ClaimPairing>();
        var (left, right) = (before.ToHashSet(), after.ToHashSet());
        var near = from one in before
                   from other in after
                   where one.Span.Overlaps(other.Span)
                   let shared = Shared(one.Span, other.Span)
                   where shared >= Enough
                   orderby shared descending, one.Span.Start
                   select (one, other);
        foreach (var (one, other) in near)
        {
            if (!left.Contains(one) || !right.Contains(other)) continue;
            left.Remove(one);
            right.Remove(other);
            pairs.Add(new(one, other));
        }

        return new([.. pairs.OrderBy(pair => pair.Before.Span.Start)], [.. before.Where(left.Contains)], [.. after.Where(right.Contains)]);
    }

    private static double Shared(Span one, Span other)
    {
        double both = Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start);
        return both / (one.Length + other.Length - both);
    }
}
