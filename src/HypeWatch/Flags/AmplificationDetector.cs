using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>
/// OC20: a later text states more than the one that it builds on: at least one level of strength or certainty, or two of scope. The later text owns the
/// excess, unless the same excess already stood in the earlier one.
/// </summary>
public sealed class AmplificationDetector : IFlagDetector
{
    private const int FewestScopeLevels = 2;

    /// <inheritdoc/>
    public string Code => "OC20";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IEnumerable<Finding> Examine(Dossier dossier)
    {
        foreach (var edge in dossier.Edges)
        {
            if (edge.DownstreamClaim is not { } id || dossier.Find(id) is not { } claim || edge.ExcessOwner == ExcessOwner.Upstream) continue;
            if (edge.Support == EdgeSupport.None || edge.Kind is EdgeKind.Independent or EdgeKind.CaveatLimits or EdgeKind.LaterVersion) continue;
            if (!(edge.DeltaStrength >= 1 || edge.DeltaCertainty >= 1 || edge.DeltaScope >= FewestScopeLevels)) continue;
            if (claim.Mode is AssertMode.Denies or AssertMode.Asks or AssertMode.Hypothesises or AssertMode.Aspires || claim.Type is ClaimType.SelfLimitation or ClaimType.Aspiration) continue;
            var upstream = edge.UpstreamClaim is { } source ? dossier.Find(source) : null;
            yield return new(
                claim,
                upstream is null
                    ? $"{DossierReading.Cite(claim.Quote)} builds on an earlier text whose words are not at hand."
                    : $"The earlier text says {DossierReading.Cite(upstream.Quote)} ({upstream.Strength.ToCode()}, {upstream.Certainty.ToCode()}); this one says {DossierReading.Cite(claim.Quote)} ({claim.Strength.ToCode()}, {claim.Certainty.ToCode()}).",
                "It may state more than its source; the difference is the later text's own.")
            {
                Pair = upstream, Gap = GapRule.Of(edge), Edge = edge, Quotes = upstream is null ? [] : [upstream.Quote("upstream")],
                Caps = edge.Support switch
                {
                    EdgeSupport.SimilarityOnly => ["weak_edge", "edge_similarity_only"],
                    EdgeSupport.AssertedByCritic => ["weak_edge"],
                    _ => [],
                },
            };
        }
    }
}
