using HypeWatch.Model;

namespace HypeWatch.Queries;

/// <summary>A document as shown beside a claim or flag.</summary>
/// <param name="Id">The document.</param>
/// <param name="Kind">What sort of text it is.</param>
/// <param name="Title">Title.</param>
/// <param name="Url">Address.</param>
/// <param name="Publisher">Who publishes it.</param>
/// <param name="Published">When it became public.</param>
public sealed record DocumentView(DocumentId Id, DocumentKind Kind, string Title, string Url, string? Publisher, PublicationDate Published);

/// <summary>A claim as shown to a user.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Document">Where it stands.</param>
/// <param name="Warrant">What it rests on; null when it was not judged.</param>
public sealed record ClaimView(Claim Claim, DocumentView Document, Warrant? Warrant);

/// <summary>A caveat as shown beside a claim.</summary>
/// <param name="Caveat">The caveat.</param>
/// <param name="Proximity">How near it stands.</param>
public sealed record CaveatView(Caveat Caveat, Proximity Proximity);

/// <summary>What a claim points to, as shown to a user.</summary>
/// <param name="Kind">What is pointed to.</param>
/// <param name="Pointer">The pointing words.</param>
/// <param name="Url">The address pointed to.</param>
/// <param name="Work">The work pointed to.</param>
/// <param name="Distance">How near the pointer stands.</param>
public sealed record EvidenceView(EvidenceKind Kind, string Pointer, string? Url, WorkId? Work, Proximity Distance);

/// <summary>One hop of a claim, as shown to a user.</summary>
/// <param name="Kind">How the texts relate.</param>
/// <param name="Support">What the edge rests on.</param>
/// <param name="SupportQuote">The linking or quoted words.</param>
/// <param name="UpstreamTitle">The earlier text.</param>
/// <param name="UpstreamUrl">Its address.</param>
/// <param name="DownstreamTitle">The later text.</param>
/// <param name="DownstreamUrl">Its address.</param>
/// <param name="DateOk">Whether the dates allow it.</param>
/// <param name="DeltaStrength">Change of strength.</param>
/// <param name="DeltaCertainty">Change of certainty.</param>
/// <param name="DeltaScope">Change of scope.</param>
/// <param name="ExcessOwner">Who made it stronger.</param>
public sealed record EdgeView(
    EdgeKind Kind, EdgeSupport Support, string? SupportQuote, string UpstreamTitle, string UpstreamUrl, string DownstreamTitle, string DownstreamUrl, bool? DateOk,
    int? DeltaStrength, int? DeltaCertainty, int? DeltaScope, ExcessOwner ExcessOwner)
{
    /// <summary>When the upstream document came out.</summary>
    public PublicationDate UpstreamPublished { get; init; } = PublicationDate.Unknown;

    /// <summary>When the downstream document came out.</summary>
    public PublicationDate DownstreamPublished { get; init; } = PublicationDate.Unknown;

    /// <summary>Who says the upstream claim; a private person by role; null between documents.</summary>
    public string? UpstreamSpeaker { get; init; }

    /// <summary>Who says the downstream claim.</summary>
    public string? DownstreamSpeaker { get; init; }

    /// <summary>The upstream claim, or the sentence that is told; null between documents.</summary>
    public string? UpstreamQuote { get; init; }

    /// <summary>The downstream claim.</summary>
    public string? DownstreamQuote { get; init; }

    /// <summary>Whether the later wording says more or less.</summary>
    public Drift Drift { get; init; }

    /// <summary>The words in which both differ.</summary>
    public IReadOnlyList<EdgeChange> Changes { get; init; } = [];
}

/// <summary>A quotation that stands in no archived version of its source: it may have been edited, or the quotation is inexact. No flag.</summary>
/// <param name="Quote">The quoted words.</param>
/// <param name="Source">The document that they are credited to.</param>
/// <param name="SourceTitle">Its title.</param>
/// <param name="SourceUrl">Its address.</param>
/// <param name="Quoting">The document that quotes them.</param>
/// <param name="Compared">With how many versions of the source they were compared.</param>
public sealed record SilentEditView(string Quote, DocumentId Source, string SourceTitle, string SourceUrl, DocumentView Quoting, int Compared);

/// <summary>That a text says what came of a release.</summary>
/// <param name="Influence">What it says, and what the dates say to it.</param>
/// <param name="ToldIn">The text.</param>
public sealed record InfluenceView(AssertedInfluence Influence, DocumentView ToldIn);

/// <summary>A flag as shown to a user: never without its claim, its caveats and what speaks for the asserter.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="ReleaseTitle">The release in whose dossier it was raised.</param>
/// <param name="Document">Where the flagged words stand.</param>
/// <param name="Claim">The flagged claim.</param>
/// <param name="Pair">The second claim of a pair.</param>
/// <param name="Caveats">Nearest first.</param>
public sealed record FlagView(Flag Flag, string ReleaseTitle, DocumentView Document, ClaimView? Claim, ClaimView? Pair, IReadOnlyList<CaveatView> Caveats);

/// <summary>A work that a claim cites.</summary>
/// <param name="Support">What it is cited for and what its text says.</param>
/// <param name="Title">Its title; its id where the base has no such work any more.</param>
/// <param name="State">In which state of publication it was when the claim was published; null when that is not known.</param>
public sealed record CitedView(CitedSupport Support, string Title, PublicationState? State);

/// <summary>All that is known about a claim.</summary>
/// <param name="Claim">The claim and where it stands.</param>
/// <param name="Evidence">What it points to.</param>
/// <param name="Caveats">What limits it, nearest first.</param>
/// <param name="Flags">What was found about it.</param>
/// <param name="Lineage">How it travelled.</param>
public sealed record ClaimDetail(
    ClaimView Claim, IReadOnlyList<EvidenceView> Evidence, IReadOnlyList<CaveatView> Caveats, IReadOnlyList<FlagView> Flags, IReadOnlyList<EdgeView> Lineage)
{
    /// <summary>What the works that it cites say to it.</summary>
    public IReadOnlyList<CitedView> Cited { get; init; } = [];

    /// <summary>Quotations in its text, or of its text, that stand in no archived version of their source.</summary>
    public IReadOnlyList<SilentEditView> SilentEdits { get; init; } = [];

    /// <summary>What it says came of a release, and what others say led to it.</summary>
    public IReadOnlyList<InfluenceView> Influences { get; init; } = [];
}

/// <summary>How many rows of each sort there are.</summary>
/// <param name="Counts">Name and number, in the order of the pipeline.</param>
public sealed record RowCounts(IReadOnlyDictionary<string, long> Counts);
