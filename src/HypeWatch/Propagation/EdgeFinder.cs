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

    // Part of a sentence says less by which it could be known again, so that it must be more alike than a whole one.
    private const double PartSameFrom = 0.6;

    // Without dates that decide, a link still shows that one text knew the other, but not much more.
    private const double UndatedCap = 0.4;

    private readonly Paraphrases paraphrases = new();
    private readonly PropositionReader reader = new(lexicons, new());
    private readonly DriftReader drifts = new(lexicons);
    private readonly HeadedClaims headed = new(new(lexicons, new()));

    /// <summary>
    /// The edges between documents. Each claim that a document passes on has one edge, from the claim that it most surely comes from; where no claim of the release says it, from the document whose
    /// sentence it tells, or to which the claim itself points while adding words of force. A document that points to another without passing on a claim of it has an edge of its own. An edge whose upstream document is younger comes back with
    /// <see cref="PropagationEdge.DateOk"/> false, support <see cref="EdgeSupport.None"/> and confidence 0: to be shown, never used.
    /// </summary>
    public IReadOnlyList<PropagationEdge> Find(IReadOnlyList<DossierDocument> documents) => Find(documents, isDoubtful: false);

    /// <summary>
    /// What the rules are not sure of: for each claim of which no source was found, the likeliest claim of a text that its own points to. Of no use before somebody has compared
    /// both; their likeness alone shows nothing.
    /// </summary>
    internal IReadOnlyList<PropagationEdge> Doubtful(IReadOnlyList<DossierDocument> documents) => Find(documents, isDoubtful: true);

    /// <summary>An edge between claims without its claims: that one text points to the other.</summary>
    internal static PropagationEdge BetweenDocuments(PropagationEdge edge) => new(
        IdOf(edge.Upstream, null, edge.Downstream, null), edge.Upstream, null, edge.Downstream, null, KindOf(edge.Support), edge.Support, edge.SupportQuote, edge.DateOk, null, null, null, [],
        edge.Confidence, ExcessOwner.Unknown);

    private List<PropagationEdge> Find(IReadOnlyList<DossierDocument> documents, bool isDoubtful)
    {
        var support = new SupportIndex(documents, lexicons.Actors);
        var pointers = documents.Select((_, down) => support.Of(down)).ToList();
        var claims = new TravellingClaims(documents, reader);
        var excess = new Excess(documents, claims, drifts);
        var told = isDoubtful ? null : new ToldOfSource(new SourceSentences(documents, reader), lexicons, drifts, paraphrases);
        var edges = new List<PropagationEdge>();
        for (var down = 0; down < documents.Count; down++)
        {
            var hops = Hops(documents, pointers, down);
            var carried = new CarriedCaveats(documents[down], reader);
            var between = ClaimEdges(new(hops, documents, down, lexicons.Actors), claims, carried, excess, told, isDoubtful).ToList();
            edges.AddRange(between);
            if (isDoubtful) continue;
            var passedOn = between.Select(edge => edge.Upstream).ToHashSet();
            edges.AddRange(hops.Values.Where(hop => !passedOn.Contains(hop.Upstream.Document.Id)).Select(DocumentEdge));
        }

        return edges;
    }

    internal static EdgeId IdOf(DocumentId upstream, ClaimId? upstreamClaim, DocumentId downstream, ClaimId? downstreamClaim) =>
        new(ContentId.Of("edg", upstream.Value, upstreamClaim?.Value ?? "", downstream.Value, downstreamClaim?.Value ?? ""));

    private static Dictionary<int, Hop> Hops(IReadOnlyList<DossierDocument> documents, List<IReadOnlyDictionary<int, Support>> pointers, int down)
    {
        var hops = new Dictionary<int, Hop>();
        foreach (var (up, support) in pointers[down].OrderBy(pair => pair.Key))
        {
            if (!Flow.MayFlow(documents[up], documents[down])) continue;
            if (documents[up].Rank() == documents[down].Rank() && !IsEarlier(documents[up], documents[down], support, pointers[up].GetValueOrDefault(down))) continue;
            var hop = new Hop(documents[up], documents[down], support, documents[up].Document.Published.IsOnOrBefore(documents[down].Document.Published));
            if (hop.DateOk is not null || support.Kind is EdgeSupport.ExplicitLink) hops[up] = hop;
        }

        return hops;
    }

    private IEnumerable<PropagationEdge> ClaimEdges(Pointers pointers, TravellingClaims claims, CarriedCaveats carried, Excess excess, ToldOfSource? told, bool isDoubtful)
    {
        if (pointers.Hops.Count == 0) yield break;
        foreach (var claim in claims.Of(pointers.Downstream))
        {
            bool MayBeSource(int up) => pointers.MayBeSource(up, claim.Claim.Span);
            if (!pointers.Hops.Keys.Any(MayBeSource)) continue;
            List<ReadClaim> readings = [.. headed.Of(claim, pointers.Text)];
            var (reading, sources) = readings.Select(read => (Reading: read, Sources: claims.SameAs(read, MayBeSource).Where(found => ReferenceEquals(read, claim) || found.Similarity >= PartSameFrom).ToList())).FirstOrDefault(found => found.Sources.Count > 0, (claim, []));
            if (isDoubtful) sources = sources.Count > 0 ? [] : [.. claims.PerhapsSameAs(claim, MayBeSource).Take(1)];
            if (sources.Count == 0)
            {
                if (told is not null && ToldEdge(pointers, readings, told) is { } edge) yield return edge;
                continue;
            }

            // What a text links to is where it says that it has it from; then the most alike, then the earlier.
            var (source, similarity) = sources.OrderByDescending(found => pointers.IsAbout(found.Claim.Document, claim.Claim.Span)).ThenByDescending(found => pointers.Hops[found.Claim.Document].Support.Kind is EdgeSupport.ExplicitLink)
                .ThenByDescending(found => found.Similarity).ThenBy(found => pointers.Hops[found.Claim.Document].Upstream.Document.Published.NotAfter ?? DateOnly.MaxValue)
                .ThenBy(found => found.Claim.Claim.Id.Value, StringComparer.Ordinal).First();
            var (hop, from, to) = (pointers.Hops[source.Document], source.Claim, claim.Claim);
            var (drift, changes) = drifts.Compare(source, reading);
            if (told?.Capacity(claim, up => up == source.Document, pointers.Documents) is { } size) changes = [.. changes, size.Change];
            yield return new(
                IdOf(hop.Upstream.Document.Id, from.Id, hop.Downstream.Document.Id, to.Id), hop.Upstream.Document.Id, from.Id, hop.Downstream.Document.Id, to.Id,
                KindOf(source, reading), hop.Support.Kind, hop.Support.Words, hop.DateOk, to.Strength - from.Strength, to.Certainty - from.Certainty,
                to.Scope.ExcessOver(from.Scope), carried.Lost(hop.Upstream, from, to, hop.Support.Kind is EdgeSupport.ExplicitLink), ConfidenceOf(hop, similarity),
                excess.OwnerOf(source, reading)) { Drift = drift, Changes = changes };
        }
    }

    // Levels belong to claims: an edge from a sentence or a whole text has none, and nobody owns an excess over what was not claimed.
    private static PropagationEdge? ToldEdge(Pointers pointers, List<ReadClaim> readings, ToldOfSource told)
    {
        var claim = readings[0];
        bool MayBeSource(int up) => pointers.MayBeSource(up, claim.Claim.Span);
        var size = told.Capacity(claim, MayBeSource, pointers.Documents);
        if (readings.Select(read => told.Sentence(read, MayBeSource)).FirstOrDefault(same => same is not null) is { } found)
        {
            IReadOnlyList<EdgeChange> changes = size is { } also && also.Document == found.Sentence.Document ? [.. found.Changes, also.Change] : found.Changes;
            return Edge(found.Sentence.Document, EdgeKind.Paraphrases, found.Similarity, found.Drift, ToldOfSource.Short(found.Sentence.Claim.Quote), changes);
        }

        if (size is { } counted) return Edge(counted.Document, EdgeKind.Paraphrases, 0, Drift.Unknown, counted.Sentence, [counted.Change]);
        foreach (var up in pointers.PointedToBeside(claim.Claim.Span))
            if (told.Added(claim, up) is { } added) return Edge(up, EdgeKind.DiscussedIn, 0, Drift.Unknown, null, [added]);
        return null;

        PropagationEdge Edge(int up, EdgeKind kind, double similarity, Drift drift, string? sentence, IReadOnlyList<EdgeChange> changes)
        {
            var hop = pointers.Hops[up];
            var (from, to) = (hop.Upstream.Document.Id, hop.Downstream.Document.Id);
            return new(IdOf(from, null, to, claim.Claim.Id), from, null, to, claim.Claim.Id, kind, hop.Support.Kind, hop.Support.Words, hop.DateOk, null, null, null, [], ConfidenceOf(hop, similarity), ExcessOwner.Unknown)
            {
                Drift = drift, Changes = changes, UpstreamSentence = sentence,
            };
        }
    }

    private static PropagationEdge DocumentEdge(Hop hop)
    {
        var rejected = hop.DateOk is false;
        return new(
            IdOf(hop.Upstream.Document.Id, null, hop.Downstream.Document.Id, null), hop.Upstream.Document.Id, null, hop.Downstream.Document.Id, null, KindOf(hop.Support.Kind),
            rejected ? EdgeSupport.None : hop.Support.Kind, hop.Support.Words, hop.DateOk, null, null, null, [], rejected ? 0 : ConfidenceOf(hop, 1), ExcessOwner.Unknown);
    }

    private static EdgeKind KindOf(EdgeSupport support) => support switch { EdgeSupport.ExplicitLink => EdgeKind.Links, EdgeSupport.QuoteMatch => EdgeKind.Quotes, _ => EdgeKind.Cites };

    private static EdgeKind KindOf(ReadClaim upstream, ReadClaim downstream) =>
        ClaimAligner.IsVerbatim(downstream, upstream) ? EdgeKind.Quotes
        : downstream.Claim.Place is Place.Title or Place.Headline or Place.Lede ? EdgeKind.Summarises : EdgeKind.Paraphrases;

    private static double ConfidenceOf(Hop hop, double similarity)
    {
        var support = hop.Support.Kind switch { EdgeSupport.ExplicitLink => LinkConfidence, EdgeSupport.QuoteMatch => QuoteConfidence, _ => NamedConfidence };
        return Math.Round(Math.Min(support * (0.5 + (similarity / 2)), hop.DateOk is null ? UndatedCap : 1), 2);
    }

    // Between equals only the dates, or a link that is not returned, tell which way a claim went; dates that exclude it are shown as a rejection only for a link.
    private static bool IsEarlier(DossierDocument up, DossierDocument down, Support found, Support? back)
    {
        PublicationDate one = up.Document.Published, other = down.Document.Published;
        var strictly = one.IsOnOrBefore(other) is true && other.IsOnOrBefore(one) is not true;
        return strictly || (found.Kind is EdgeSupport.ExplicitLink && back?.Kind is not EdgeSupport.ExplicitLink);
    }
}
