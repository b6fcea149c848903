using HypeWatch.Model;

namespace HypeWatch.Queries;

/// <summary>A claim in a lineage.</summary>
/// <param name="Hop">How many edges it is away from where the claim was first made.</param>
/// <param name="Claim">The claim and where it stands.</param>
public sealed record LineageClaim(int Hop, ClaimView Claim);

/// <summary>That a claim tells of a text, and of none of the claims that were read in it.</summary>
/// <param name="Title">The earlier text's title.</param>
/// <param name="Url">Its address.</param>
/// <param name="Edge">The edge, with the sentence that is told where there is one.</param>
public sealed record ToldEdge(string Title, string Url, PropagationEdge Edge);

/// <summary>How one claim went through texts: everything that it came from and that came from it.</summary>
/// <param name="Start">The claim that was asked for.</param>
/// <param name="Claims">Every wording, sources first, then by date.</param>
/// <param name="Edges">Who has it from whom, and what changed.</param>
/// <param name="Truncated">Whether there are more edges than are shown.</param>
public sealed record Lineage(ClaimId Start, IReadOnlyList<LineageClaim> Claims, IReadOnlyList<PropagationEdge> Edges, bool Truncated)
{
    /// <summary>Quotations in or of the text of the claim that was asked for that stand in no archived version of their source.</summary>
    public IReadOnlyList<SilentEditView> SilentEdits { get; init; } = [];

    /// <summary>What it says came of a release, and what others say led to it: assertions, no edges.</summary>
    public IReadOnlyList<InfluenceView> Influences { get; init; } = [];

    /// <summary>What the claim that was asked for tells of earlier texts, beyond their claims.</summary>
    public IReadOnlyList<ToldEdge> Told { get; init; } = [];

    /// <summary>The edge by which a claim came to its text; null at a source.</summary>
    public PropagationEdge? InTo(ClaimId claim) => Edges.FirstOrDefault(edge => edge.DownstreamClaim == claim);
}
