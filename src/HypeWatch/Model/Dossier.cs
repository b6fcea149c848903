namespace HypeWatch.Model;

/// <summary>A document of a dossier with all that was found in its current version.</summary>
/// <param name="Version">The version.</param>
/// <param name="Relation">How it stands to the release.</param>
/// <param name="Claims">Its claims.</param>
/// <param name="Caveats">Its caveats.</param>
/// <param name="Evidence">Pointers, caveat links and experiments.</param>
public sealed record DossierDocument(
    DocumentVersion Version, DocumentRelation Relation, IReadOnlyList<Claim> Claims, IReadOnlyList<Caveat> Caveats, EvidenceSet Evidence)
{
    /// <summary>The document.</summary>
    public Document Document => Version.Document;

    /// <summary>Whether the release's own authors or organisation speak in it.</summary>
    public bool IsOwn => new ReleaseDocument(Version.Document.Id, Relation).IsOwn;

    /// <summary>Whether it relays many items of many sources, so that none of them is its own assertion.</summary>
    public bool IsRoundup { get; } = Roundup.Is(Version);
}

/// <summary>All that is known about a release, read-only: what the detectors look at. No clock, no network, no database behind it.</summary>
/// <param name="Release">The release.</param>
/// <param name="Documents">Its documents and the texts about it.</param>
/// <param name="Supports">What each claim rests on.</param>
/// <param name="PriorWork">Earlier works that bear on it.</param>
/// <param name="Edges">How claims travelled.</param>
public sealed record Dossier(
    Release Release, IReadOnlyList<DossierDocument> Documents, IReadOnlyDictionary<ClaimId, ClaimSupport> Supports, IReadOnlyList<PriorWorkMatch> PriorWork,
    IReadOnlyList<PropagationEdge> Edges)
{
    /// <summary>Those of the documents that are copies of others: what ten sites print of one text is one voice.</summary>
    public IReadOnlyList<Copy> Copies { get; init; } = [];

    /// <summary>What the same publisher posted about its releases before this one: to be compared with, not to be judged here.</summary>
    public IReadOnlyList<DossierDocument> Earlier { get; init; } = [];

    /// <summary>Claims of the release's own side that are known only as other texts quote them.</summary>
    public IReadOnlySet<ClaimId> QuotedOwn { get; init; } = new HashSet<ClaimId>();

    /// <summary>Whether a claim stands in a copy and in its origin alike, where it is judged.</summary>
    public bool IsCopied(Claim claim) => Copies.Any(copy => copy.Version == claim.Version && !copy.Differences.Any(span => span.Overlaps(claim.Span)));

    /// <summary>All claims, in the order of the documents.</summary>
    public IEnumerable<Claim> Claims => Documents.SelectMany(document => document.Claims);

    /// <summary>The documents in which the release's own authors or organisation speak.</summary>
    public IEnumerable<DossierDocument> Own => Documents.Where(document => document.IsOwn);

    /// <summary>The document that a claim stands in.</summary>
    /// <exception cref="InvalidOperationException">The claim is not of this dossier.</exception>
    public DossierDocument DocumentOf(Claim claim) => Documents.First(document => document.Version.Id == claim.Version);

    /// <summary>A claim by its id; null when it is not of this dossier.</summary>
    public Claim? Find(ClaimId id) => Claims.FirstOrDefault(claim => claim.Id == id);

    /// <summary>What a claim rests on.</summary>
    public ClaimSupport? SupportOf(Claim claim) => Supports.GetValueOrDefault(claim.Id);

    /// <summary>The pointers of a claim.</summary>
    public IEnumerable<EvidenceLink> EvidenceOf(Claim claim) => DocumentOf(claim).Evidence.Links.Where(link => link.Claim == claim.Id);

    /// <summary>
    /// The caveats that limit a claim, nearest first: those of its own document with their distance, and those of the other own documents of
    /// the release at <see cref="Proximity.SameRelease"/>.
    /// </summary>
    public IEnumerable<(Caveat Caveat, Proximity Proximity)> CaveatsOf(Claim claim)
    {
        var home = DocumentOf(claim);
        var near = from link in home.Evidence.CaveatLinks
                   where link.Claim == claim.Id
                   join caveat in home.Caveats on link.Caveat equals caveat.Id
                   select (caveat, link.Proximity);
        var far = from document in Documents
                  where document != home && document.IsOwn && (home.IsOwn || QuotedOwn.Contains(claim.Id))
                  from caveat in document.Caveats
                  select (caveat, Proximity.SameRelease);
        return near.Concat(far).OrderBy(pair => pair.Item2).ThenBy(pair => pair.Item1.Span.Start);
    }
}
