using HypeWatch.Model;

namespace HypeWatch.Evidence;

/// <summary>How near each caveat of a version stands to each claim (specification 2.6).</summary>
internal static class CaveatLinks
{
    public static IReadOnlyList<CaveatLink> Of(DocumentVersion version, IReadOnlyList<Claim> claims, IReadOnlyList<Caveat> caveats)
    {
        var places = caveats.Select(caveat => version.PassageAt(caveat.Span)).ToList();
        var links = new List<CaveatLink>();
        foreach (var claim in claims)
        {
            var home = version.PassageAt(claim.Span);
            for (var i = 0; i < caveats.Count; i++)
            {
                // A sentence that is itself the limitation is not relieved by itself.
                if (claim.Type == ClaimType.SelfLimitation && claim.Span.Overlaps(caveats[i].Span)) continue;
                var proximity = Between(claim, home, caveats[i], places[i]);
                // Boilerplate far away tells nobody anything; keeping it would make a link of every pair.
                if (proximity is Proximity.SameDocument && !caveats[i].IsSpecific) continue;
                links.Add(new(claim.Id, caveats[i].Id, proximity));
            }
        }

        return links;
    }

    private static Proximity Between(Claim claim, Passage? home, Caveat caveat, Passage? other)
    {
        if (claim.Span.Overlaps(caveat.Span)) return Proximity.SameSentence;
        if (home is null || other is null) return Proximity.SameDocument;
        if (home.Index == other.Index) return Proximity.SameSentence;
        if (home.Paragraph == other.Paragraph) return Proximity.SameParagraph;
        if (Math.Abs(home.Index - other.Index) == 1 && home.Place == other.Place) return Proximity.SameParagraph;
        return SameBlock(home, other) ? Proximity.SameSection : Proximity.SameDocument;
    }

    private static bool SameBlock(Passage a, Passage b) =>
        (IsHeadline(a) && IsHeadline(b)) || (a.Place == b.Place && a.Heading == b.Heading && (a.Heading.Length > 0 || a.Place is not (Place.Body or Place.Other)));

    private static bool IsHeadline(Passage passage) =>
        passage.Place is Place.Title or Place.Abstract or Place.KeyResults or Place.Headline or Place.Lede || (passage.Place is Place.Social && passage.Paragraph <= 1);
}
