using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>The gap between what is claimed and what is licensed (specification 4).</summary>
/// <param name="taxonomy">The tables.</param>
internal sealed class GapRule(Taxonomy taxonomy)
{
    /// <summary>
    /// <c>max(0, S - maxS(W), C - maxC(W), scope - 1)</c>, the scope term only with <paramref name="withScope"/> (OC01 to OC04). Null when neither the
    /// warrant nor a tested scope is known.
    /// </summary>
    public int? Of(Claim claim, ClaimSupport? support, bool withScope, Strength? asserted = null)
    {
        int? gap = null;
        if (support?.Warrant is { } warrant)
        {
            var (strength, certainty) = taxonomy.Licensed(warrant);
            gap = Math.Max((asserted ?? claim.Strength) - strength, claim.Certainty - certainty);
        }

        if (withScope && support is not null && claim.Scope.ExcessOver(support.Tested) is { } excess) gap = Math.Max(gap ?? 0, excess - 1);
        return gap is { } known ? Math.Max(0, known) : null;
    }

    /// <summary>For propagation the upstream claim stands in the warrant's place.</summary>
    public static int? Of(PropagationEdge edge) => Largest(edge.DeltaStrength, edge.DeltaCertainty, edge.DeltaScope);

    /// <summary>By how much a later claim says more than the earlier one that a reader set beside it.</summary>
    public static int Between(Claim later, Claim earlier) => Largest(later.Strength - earlier.Strength, later.Certainty - earlier.Certainty, later.Scope.ExcessOver(earlier.Scope)) ?? 0;

    private static int? Largest(int? strength, int? certainty, int? scope) => new[] { strength, certainty, scope - 1 }.Max() is { } largest ? Math.Max(0, largest) : null;
}
