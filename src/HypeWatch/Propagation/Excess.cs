using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>Who made a claim stronger on its way (specification 7): the later text, unless the release's own promotion had said as much before.</summary>
internal sealed class Excess(IReadOnlyList<DossierDocument> documents, TravellingClaims claims)
{
    /// <summary>The owner of what a later claim says beyond an earlier one.</summary>
    public ExcessOwner OwnerOf(ReadClaim upstream, ReadClaim downstream)
    {
        var owner = ExcessOwner.Downstream;
        if (!Exceeds(downstream.Claim, upstream.Claim)) return owner;
        foreach (var (claim, _) in claims.SameAs(downstream, other => other != upstream.Document && other != downstream.Document && IsEarlierPromotion(other, downstream.Document)))
        {
            if (!Exceeds(claim.Claim, upstream.Claim)) continue;
            if (ClaimAligner.IsVerbatim(claim, downstream) && !Exceeds(downstream.Claim, claim.Claim)) return ExcessOwner.Upstream;
            owner = ExcessOwner.Shared;
        }

        return owner;
    }

    private bool IsEarlierPromotion(int document, int later) =>
        documents[document] is { IsOwn: true } own
        && (own.Relation is DocumentRelation.PromoByAuthor or DocumentRelation.PromoByOrg || own.Document.Kind is DocumentKind.PressRelease)
        && own.Document.Published.IsOnOrBefore(documents[later].Document.Published) is true;

    private static bool Exceeds(Claim claim, Claim other) =>
        claim.Strength > other.Strength || claim.Certainty > other.Certainty || claim.Scope.ExcessOver(other.Scope) is > 1;
}
