using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>Who made a claim stronger on its way (specification 7): the later text, unless the release's own promotion had said as much before.</summary>
internal sealed class Excess(IReadOnlyList<(DossierDocument Document, IReadOnlyList<ReadClaim> Claims)> promotion)
{
    /// <summary>The owner of what a later claim says beyond an earlier one.</summary>
    public ExcessOwner OwnerOf(ReadClaim upstream, ReadClaim downstream, Document later)
    {
        var owner = ExcessOwner.Downstream;
        foreach (var (document, claims) in promotion)
        {
            if (document.Document.Id == later.Id || document.Version.Id == upstream.Claim.Version) continue;
            if (document.Document.Published.IsOnOrBefore(later.Published) is not true) continue;
            foreach (var claim in claims)
            {
                if (!Exceeds(claim.Claim, upstream.Claim) || ClaimAligner.Similarity(claim, downstream) is null) continue;
                if (ClaimAligner.IsVerbatim(claim, downstream) && !Exceeds(downstream.Claim, claim.Claim)) return ExcessOwner.Upstream;
                owner = ExcessOwner.Shared;
            }
        }

        return owner;
    }

    private static bool Exceeds(Claim claim, Claim other) =>
        claim.Strength > other.Strength || claim.Certainty > other.Certainty || claim.Scope.ExcessOver(other.Scope) is > 1;
}
