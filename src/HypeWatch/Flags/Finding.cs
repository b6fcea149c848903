using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>What a detector saw, before it is weighed.</summary>
/// <param name="Claim">The claim that may exceed what is warranted; its asserter owns the flag.</param>
/// <param name="Reasons">One or two sentences that name both sides, in the voice of the product ("may exceed", "not found in").</param>
public sealed record Finding(Claim Claim, params IReadOnlyList<string> Reasons)
{
    /// <summary>Subtype of the code.</summary>
    public string? Subtype { get; init; }

    /// <summary>The second claim of a pair.</summary>
    public Claim? Pair { get; init; }

    /// <summary>The gap (specification 4); null when the warrant is unknown or the code uses none.</summary>
    public int? Gap { get; init; }

    /// <summary>Passages that show it, besides the claim.</summary>
    public IReadOnlyList<FlagQuote> Quotes { get; init; } = [];

    /// <summary>Prior works that it rests on.</summary>
    public IReadOnlyList<WorkId> Works { get; init; } = [];

    /// <summary>The edge that it rests on.</summary>
    public PropagationEdge? Edge { get; init; }

    /// <summary>A base severity other than the code's, where the specification names one for a case.</summary>
    public int? BaseSeverity { get; init; }

    /// <summary>Whether the claim asserts, at C4 or more, the very property that was not tested; lifts the cap of warrant gaps from 3 to 5 (specification 4).</summary>
    public bool AssertsUntestedProperty { get; init; }

    /// <summary>
    /// Whether what would clear it may stand anywhere in a long work, where rules do not follow: then the search counts as incomplete and the flag stays a
    /// candidate for a reader (specification 4).
    /// </summary>
    public bool IsForReader { get; init; }

    /// <summary>Whether it is about how somebody was quoted, so that quoting is no excuse.</summary>
    public bool IsAboutQuotation { get; init; }

    /// <summary>Who raised it.</summary>
    public RaisedBy RaisedBy { get; init; } = RaisedBy.System;

    /// <summary>Who is to answer for it, where that is not the claim's asserter: what a critic says of a release is about the release.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether it is about the release as a whole, so that the place of the claim adds nothing.</summary>
    public bool IsReleaseLevel { get; init; }

    /// <summary>Names of caps on confidence that apply (see <c>confidence_caps</c> of the taxonomy).</summary>
    public IReadOnlyList<string> Caps { get; init; } = [];

    /// <summary>What the detector itself found that speaks for the asserter.</summary>
    public IReadOnlyList<Exculpation> Found { get; init; } = [];

    /// <summary>What a second reading by a language model found that speaks for the asserter.</summary>
    public IReadOnlyList<Exculpation> Heard { get; init; } = [];
}
