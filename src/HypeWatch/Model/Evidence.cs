namespace HypeWatch.Model;

/// <summary>What a claim points to (specification 1, evidence).</summary>
public enum EvidenceKind
{
    /// <summary>A figure.</summary>
    Figure,
    /// <summary>A table.</summary>
    Table,
    /// <summary>A section.</summary>
    Section,
    /// <summary>An experiment described in the text.</summary>
    Experiment,
    /// <summary>A dataset.</summary>
    Dataset,
    /// <summary>A cited work.</summary>
    Citation,
    /// <summary>A demonstration.</summary>
    Demo,
    /// <summary>An anecdote or a single example.</summary>
    Anecdote,
    /// <summary>A hyperlink.</summary>
    Link,
    /// <summary>Nothing.</summary>
    None,
}

/// <summary>How the cases of an experiment were chosen.</summary>
public enum Sampling
{
    /// <summary>The text does not say.</summary>
    Unknown,
    /// <summary>By hand.</summary>
    HandPicked,
    /// <summary>The strongest cases.</summary>
    TopK,
    /// <summary>At random.</summary>
    Random,
    /// <summary>All of them.</summary>
    Exhaustive,
}

/// <summary>What an experiment is compared with.</summary>
public enum Control
{
    /// <summary>With nothing.</summary>
    None,
    /// <summary>With chance or a random unit.</summary>
    RandomBaseline,
    /// <summary>With a simple method.</summary>
    SimpleBaseline,
    /// <summary>With a serious alternative.</summary>
    StrongBaseline,
    /// <summary>With the method minus one part.</summary>
    Ablation,
    /// <summary>With an untrained or shuffled model.</summary>
    UntrainedModel,
}

/// <summary>A pointer from a claim to what it rests on.</summary>
/// <param name="Id">Follows from the claim and the pointer's span.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Kind">What is pointed to.</param>
/// <param name="Pointer">The pointing words, verbatim; empty for <see cref="EvidenceKind.None"/>.</param>
/// <param name="PointerSpan">Where they stand in the claim's version; null for <see cref="EvidenceKind.None"/>.</param>
/// <param name="TargetSpan">The passage pointed to, in the same version; null when it was not found there.</param>
/// <param name="TargetWork">The work pointed to, when it is known.</param>
/// <param name="TargetReference">Index in the version's reference list.</param>
/// <param name="TargetUrl">The address pointed to.</param>
/// <param name="Distance">How near the pointer stands to the claim.</param>
/// <param name="Provenance">What made the record.</param>
public sealed record EvidenceLink(
    EvidenceId Id, ClaimId Claim, EvidenceKind Kind, string Pointer, Span? PointerSpan, Span? TargetSpan, WorkId? TargetWork, int? TargetReference,
    string? TargetUrl, Proximity Distance, Provenance Provenance);

/// <summary>An experiment that a release describes, with what the text says about how it was done.</summary>
/// <param name="Version">The version that describes it.</param>
/// <param name="Span">The describing sentence.</param>
/// <param name="Quote">Its words.</param>
/// <param name="Place">In which part of the document.</param>
/// <param name="Tested">The scope that was tested.</param>
/// <param name="Sampling">How the cases were chosen.</param>
/// <param name="Control">What it is compared with.</param>
/// <param name="HasUncertainty">Whether an interval, error, seeds or a p-value stands beside it.</param>
/// <param name="SampleSize">Number of cases, when stated.</param>
/// <param name="IsIntervention">Whether something was changed in the model (ablated, patched, steered, clamped).</param>
public sealed record Experiment(
    VersionId Version, Span Span, string Quote, Place Place, Scope Tested, Sampling Sampling, Control Control, bool HasUncertainty, long? SampleSize, bool IsIntervention);

/// <summary>What the evidence stage found in a version.</summary>
/// <param name="Version">The version.</param>
/// <param name="Links">Pointers of its claims; a claim without a pointer has one of kind <see cref="EvidenceKind.None"/>.</param>
/// <param name="CaveatLinks">Caveats of the same version, with their distance to each claim.</param>
/// <param name="Experiments">Experiments described in it.</param>
public sealed record EvidenceSet(
    VersionId Version, IReadOnlyList<EvidenceLink> Links, IReadOnlyList<CaveatLink> CaveatLinks, IReadOnlyList<Experiment> Experiments);

/// <summary>What a claim rests on, over all documents of its release.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Warrant">The best evidence found; null when it could not be judged (link targets lost, release not available).</param>
/// <param name="Tested">The joined scope of the experiments that bear on it.</param>
/// <param name="Experiments">Those experiments, nearest first.</param>
public sealed record ClaimSupport(ClaimId Claim, Warrant? Warrant, Scope Tested, IReadOnlyList<Experiment> Experiments)
{
    /// <summary>The name of the rules in <see cref="JudgedBy"/>.</summary>
    public const string Offline = "offline";

    /// <summary>The language model that judged the warrant; <see cref="Offline"/> for the rules.</summary>
    public string JudgedBy { get; init; } = Offline;
}
