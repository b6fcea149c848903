using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>Who made a claim stronger on its way (specification 7): nobody where nothing grew, else the later text, unless the release's own promotion had said as much before.</summary>
internal sealed class Excess(IReadOnlyList<DossierDocument> documents, TravellingClaims claims, DriftReader drifts)
{
    /// <summary>The owner of what a later claim says beyond an earlier one.</summary>
    public ExcessOwner OwnerOf(ReadClaim upstream, ReadClaim downstream)
    {
        if (!Grows(upstream, downstream)) return ExcessOwner.None;
        var owner = ExcessOwner.Downstream;
        foreach (var (claim, _) in claims.SameAs(downstream, other => other != upstream.Document && other != downstream.Document && IsEarlierPromotion(other, downstream.Document)))
        {
            if (!Grows(upstream, claim)) continue;
            if (ClaimAligner.IsVerbatim(claim, downstream) && !Grows(claim, downstream)) return ExcessOwner.Upstream;
            owner = ExcessOwner.Shared;
        }

        return owner;
    }

    private bool IsEarlierPromotion(int document, int later) =>
        documents[document] is { IsOwn: true } own
        && (own.Relation is DocumentRelation.PromoByAuthor or DocumentRelation.PromoByOrg || own.Document.Kind is DocumentKind.PressRelease)
        && own.Document.Published.IsOnOrBefore(documents[later].Document.Published) is true;

    // The words go before the levels, which are read from each sentence alone.
    private bool Grows(ReadClaim earlier, ReadClaim later) => drifts.Compare(earlier, later).Drift switch
    {
        Drift.Stronger => true,
        Drift.Weaker => false,
        _ => later.Claim.Strength > earlier.Claim.Strength || later.Claim.Certainty > earlier.Claim.Certainty || later.Claim.Scope.ExcessOver(earlier.Claim.Scope) is > 1,
    };
}
