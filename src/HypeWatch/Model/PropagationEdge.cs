namespace HypeWatch.Model;

/// <summary>How a downstream text relates to an upstream one (specification 1, propagation_edge).</summary>
public enum EdgeKind
{
    /// <summary>Word for word.</summary>
    Quotes,
    /// <summary>In other words.</summary>
    Paraphrases,
    /// <summary>In short.</summary>
    Summarises,
    /// <summary>As a reference.</summary>
    Cites,
    /// <summary>By a hyperlink.</summary>
    Links,
    /// <summary>Without naming it.</summary>
    Implies,
    /// <summary>In a discussion.</summary>
    DiscussedIn,
    /// <summary>A later version.</summary>
    LaterVersion,
    /// <summary>A caveat limits a claim.</summary>
    CaveatLimits,
    /// <summary>No relation.</summary>
    Independent,
}

/// <summary>What an edge rests on.</summary>
public enum EdgeSupport
{
    /// <summary>A hyperlink.</summary>
    ExplicitLink,
    /// <summary>The text names its source.</summary>
    NamedSource,
    /// <summary>A shared quotation of at least 8 tokens.</summary>
    QuoteMatch,
    /// <summary>Both in one document.</summary>
    SameDocument,
    /// <summary>Both on one page.</summary>
    SamePage,
    /// <summary>Nothing but similarity.</summary>
    SimilarityOnly,
    /// <summary>A critic says so.</summary>
    AssertedByCritic,
    /// <summary>Nothing.</summary>
    None,
}

/// <summary>Who made a claim stronger on its way.</summary>
public enum ExcessOwner
{
    /// <summary>The later text.</summary>
    Downstream,
    /// <summary>The earlier text, verbatim.</summary>
    Upstream,
    /// <summary>Both.</summary>
    Shared,
    /// <summary>Not known.</summary>
    Unknown,
    /// <summary>Nobody: the later text says no more than the earlier.</summary>
    None,
}

/// <summary>That a claim or document travelled from one text to another, and how it changed.</summary>
/// <param name="Id">Follows from both ends.</param>
/// <param name="Upstream">The earlier document.</param>
/// <param name="UpstreamClaim">Its claim; null where the later text points to the document as a whole.</param>
/// <param name="Downstream">The later document.</param>
/// <param name="DownstreamClaim">Its claim; null for a document-level edge.</param>
/// <param name="Kind">How they relate.</param>
/// <param name="Support">What the edge rests on.</param>
/// <param name="SupportQuote">The linking or quoted words in the downstream text.</param>
/// <param name="DateOk">Whether upstream is not younger; null when the dates do not decide.</param>
/// <param name="DeltaStrength">Downstream minus upstream; null for a document-level edge.</param>
/// <param name="DeltaCertainty">Downstream minus upstream.</param>
/// <param name="DeltaScope">Largest excess of the downstream scope on an axis that both know.</param>
/// <param name="CaveatsLost">Specific caveats near the upstream claim that the downstream text does not carry.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="ExcessOwner">Who made it stronger.</param>
public sealed record PropagationEdge(
    EdgeId Id, DocumentId Upstream, ClaimId? UpstreamClaim, DocumentId Downstream, ClaimId? DownstreamClaim, EdgeKind Kind, EdgeSupport Support,
    string? SupportQuote, bool? DateOk, int? DeltaStrength, int? DeltaCertainty, int? DeltaScope, IReadOnlyList<CaveatId> CaveatsLost, double Confidence,
    ExcessOwner ExcessOwner)
{
    /// <summary>The edge as one release has it: two texts may stand in several, each of which reads their tie in its own surroundings.</summary>
    public PropagationEdge In(ReleaseId release) => this with { Id = new(ContentId.Of("edg", Id.Value, release.Value)) };

    /// <summary>Each tie once, as the release has it that is surest of it.</summary>
    public static IReadOnlyList<PropagationEdge> Once(IEnumerable<PropagationEdge> edges) =>
    [
        .. edges.OrderByDescending(edge => edge.Confidence).ThenBy(edge => edge.Id.Value, StringComparer.Ordinal)
            .DistinctBy(edge => (edge.Upstream, edge.UpstreamClaim, edge.Downstream, edge.DownstreamClaim)),
    ];

    /// <summary>Whether the later wording says more or less, by the words in which both differ.</summary>
    public Drift Drift { get; init; }

    /// <summary>The differences that were found.</summary>
    public IReadOnlyList<EdgeChange> Changes { get; init; } = [];

    /// <summary>The sentence of the earlier text that the later claim tells, where that sentence holds no claim; null where there is a claim, or no such sentence was found.</summary>
    public string? UpstreamSentence { get; init; }
}
