using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Propagation;

/// <summary>
/// Finds how claims travelled between the documents of a dossier, and how they changed (specification 7). An edge needs an explicit link, a named source
/// or a quotation of at least 8 words, and dates that allow it. Pure and deterministic.
/// </summary>
public sealed class EdgeFinder(LexiconSet lexicons)
{
    // How sure a kind of support makes us that the later text speaks of the earlier one; our own estimates, not measured.
    private const double LinkConfidence = 0.8, QuoteConfidence = 0.85, NamedConfidence = 0.6;

    // Without dates that decide, a link still shows that one text knew the other, but not much more.
    private const double UndatedCap = 0.4;

    private readonly ClaimAligner aligner = new(lexicons);

    /// <summary>
    /// The edges between documents: between claims where one passes another on, else between the documents. An edge whose upstream document is younger
    /// comes back with <see cref="PropagationEdge.DateOk"/> false, support <see cref="EdgeSupport.None"/> and confidence 0: to be shown, never used.
    /// </summary>
    public IReadOnlyList<PropagationEdge> Find(IReadOnlyList<DossierDocument> documents)
    {
        var support = new SupportIndex(documents);
        var claims = documents.Select(aligner.Read).ToList();
        var carried = documents.Select(document => new CarriedCaveats(document)).ToList();
        var excess = new Excess([.. documents.Select((document, i) => (document, claims[i])).Where(pair => IsPromotion(pair.document))]);
        var edges = new List<PropagationEdge>();
        for (var down = 0; down < documents.Count; down++)
            for (var up = 0; up < documents.Count; up++)
            {
                if (up == down || !MayFlow(documents[up], documents[down]) || support.Of(up, down) is not { } found) continue;
                if (Rank(documents[up]) == Rank(documents[down]) && !IsEarlier(support, documents, up, down, found)) continue;
                var hop = new Hop(documents[up], documents[down], found, documents[up].Document.Published.IsOnOrBefore(documents[down].Document.Published));
                if (hop.DateOk is null && found.Kind is not EdgeSupport.ExplicitLink) continue;
                var between = hop.DateOk is false ? [] : ClaimEdges(hop, claims[up], claims[down], carried[down], excess).ToList();
                edges.AddRange(between.Count > 0 ? between : [DocumentEdge(hop)]);
            }

        return edges;
    }

    internal static EdgeId IdOf(DocumentId upstream, ClaimId? upstreamClaim, DocumentId downstream, ClaimId? downstreamClaim) =>
        new(ContentId.Of("edg", upstream.Value, upstreamClaim?.Value ?? "", downstream.Value, downstreamClaim?.Value ?? ""));

    private static IEnumerable<PropagationEdge> ClaimEdges(Hop hop, IReadOnlyList<ReadClaim> upstream, IReadOnlyList<ReadClaim> downstream, CarriedCaveats carried, Excess excess)
    {
        foreach (var claim in downstream)
        {
            if (ClaimAligner.Best(claim, upstream) is not var (source, similarity)) continue;
            var (from, to) = (source.Claim, claim.Claim);
            yield return new(
                IdOf(hop.Upstream.Document.Id, from.Id, hop.Downstream.Document.Id, to.Id), hop.Upstream.Document.Id, from.Id, hop.Downstream.Document.Id, to.Id,
                KindOf(source, claim), hop.Support.Kind, hop.Support.Words, hop.DateOk, to.Strength - from.Strength, to.Certainty - from.Certainty,
                to.Scope.ExcessOver(from.Scope), carried.Lost(hop.Upstream, from, to, hop.Support.Kind is EdgeSupport.ExplicitLink), ConfidenceOf(hop, similarity),
                excess.OwnerOf(source, claim, hop.Downstream.Document));
        }
    }

    private static PropagationEdge DocumentEdge(Hop hop)
    {
        var rejected = hop.DateOk is false;
        var kind = hop.Support.Kind switch { EdgeSupport.ExplicitLink => EdgeKind.Links, EdgeSupport.QuoteMatch => EdgeKind.Quotes, _ => EdgeKind.Cites };
        return new(
            IdOf(hop.Upstream.Document.Id, null, hop.Downstream.Document.Id, null), hop.Upstream.Document.Id, null, hop.Downstream.Document.Id, null, kind,
            rejected ? EdgeSupport.None : hop.Support.Kind, hop.Support.Words, hop.DateOk, null, null, null, [], rejected ? 0 : ConfidenceOf(hop, 1), ExcessOwner.Unknown);
    }

    private static EdgeKind KindOf(ReadClaim upstream, ReadClaim downstream) =>
        ClaimAligner.IsVerbatim(downstream, upstream) ? EdgeKind.Quotes
        : downstream.Claim.Place is Place.Title or Place.Headline or Place.Lede ? EdgeKind.Summarises : EdgeKind.Paraphrases;

    private static double ConfidenceOf(Hop hop, double similarity)
    {
        var support = hop.Support.Kind switch { EdgeSupport.ExplicitLink => LinkConfidence, EdgeSupport.QuoteMatch => QuoteConfidence, _ => NamedConfidence };
        return Math.Round(Math.Min(support * (0.5 + (similarity / 2)), hop.DateOk is null ? UndatedCap : 1), 2);
    }

    // From a release's main text to its promotion to the texts of others; an appendix only gives. What others wrote flows among them, not back.
    private static bool MayFlow(DossierDocument up, DossierDocument down) => Rank(up) <= Rank(down) && down.Relation is not DocumentRelation.Appendix;

    private static int Rank(DossierDocument document) => document.Relation switch
    {
        DocumentRelation.Primary or DocumentRelation.Appendix => 0,
        DocumentRelation.PromoByAuthor or DocumentRelation.PromoByOrg => 1,
        _ => 2,
    };

    // Between equals only the dates, or a link that is not returned, tell which way a claim went; dates that exclude it are shown as a rejection only for a link.
    private static bool IsEarlier(SupportIndex support, IReadOnlyList<DossierDocument> documents, int up, int down, Support found)
    {
        PublicationDate one = documents[up].Document.Published, other = documents[down].Document.Published;
        var strictly = one.IsOnOrBefore(other) is true && other.IsOnOrBefore(one) is not true;
        return strictly || (found.Kind is EdgeSupport.ExplicitLink && support.Of(down, up)?.Kind is not EdgeSupport.ExplicitLink);
    }

    private static bool IsPromotion(DossierDocument document) =>
        document.IsOwn && (document.Relation is DocumentRelation.PromoByAuthor or DocumentRelation.PromoByOrg || document.Document.Kind is DocumentKind.PressRelease);

    private sealed record Hop(DossierDocument Upstream, DossierDocument Downstream, Support Support, bool? DateOk);
}
