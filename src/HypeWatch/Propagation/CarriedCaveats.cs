using System.Collections.Frozen;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>Which caveats a later text carries on. Only specific caveats near the earlier claim (P0 to P2) can be lost (specification, OC21).</summary>
internal sealed class CarriedCaveats
{
    // So much of a caveat's own wording must stand together for it to be carried in other words.
    private const double MinShare = 0.5;

    private readonly DossierDocument document;
    private readonly PropositionReader reader;
    private readonly List<FrozenSet<string>> passages;

    /// <summary>Reads the passages of a later text.</summary>
    public CarriedCaveats(DossierDocument document, PropositionReader reader)
    {
        this.document = document;
        this.reader = reader;
        passages = [.. document.Version.Passages.Select(passage => reader.ConceptsOf(document.Version.TextOf(passage)))];
        if (passages.Count == 0) passages.Add(reader.ConceptsOf(document.Version.Text));
    }

    /// <summary>The specific caveats near a claim of an earlier text that this text does not carry.</summary>
    /// <param name="upstream">The earlier text.</param>
    /// <param name="claim">Its claim.</param>
    /// <param name="passedOn">The claim of this text that passes it on.</param>
    /// <param name="linked">Whether this text links to the earlier one: then any caveat beside the claim tells readers that there are limits, and where.</param>
    public IReadOnlyList<CaveatId> Lost(DossierDocument upstream, Claim claim, Claim passedOn, bool linked)
    {
        var near = from link in upstream.Evidence.CaveatLinks
                   where link.Claim == claim.Id && link.Proximity <= Proximity.SameSection
                   join caveat in upstream.Caveats on link.Caveat equals caveat.Id
                   where caveat.IsSpecific
                   select caveat;
        if (linked && document.Evidence.CaveatLinks.Any(link => link.Claim == passedOn.Id && link.Proximity <= Proximity.SameSection)) return [];
        return [.. near.Where(caveat => !Carries(caveat, claim)).Select(caveat => caveat.Id).Distinct()];
    }

    private bool Carries(Caveat caveat, Claim claim)
    {
        var all = reader.ConceptsOf(caveat.Quote);
        // What the caveat adds to the claim: repeating the claim's own words is not carrying its limit.
        var ownWords = all.Except(reader.ConceptsOf(claim.Quote), StringComparer.Ordinal).ToList();
        var wanted = ownWords.Count > 0 ? ownWords : [.. all];
        return wanted.Count > 0 && passages.Exists(passage => wanted.Count(passage.Contains) >= Math.Max(1, MinShare * wanted.Count));
    }
}
