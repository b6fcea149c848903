using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>A finding with the detector that made it.</summary>
/// <param name="Within">The release as the detector saw it: with its own claims, or with those that it is quoted with as if it asserted them.</param>
/// <param name="Code">Code of the detector.</param>
/// <param name="Finding">What it found.</param>
/// <param name="By">The detector and its version.</param>
public sealed record DetectorFinding(Dossier Within, string Code, Finding Finding, string By);

/// <summary>What all detectors found in a release, before it is weighed: the same whether a language model has heard it or not.</summary>
/// <param name="Dossier">The release.</param>
/// <param name="Found">What was found, in the order of the detectors.</param>
/// <param name="Failures">Detectors that failed.</param>
/// <param name="OnSubject">The sentences that bear on the subject; what stands beside it overstates nothing about it.</param>
public sealed record ExaminedRelease(
    Dossier Dossier, IReadOnlyList<DetectorFinding> Found, IReadOnlyList<DetectorFailure> Failures, IReadOnlySet<(VersionId Version, int Index)> OnSubject)
{
    /// <summary>The claims that are known only as others quote them.</summary>
    public IReadOnlySet<ClaimId> Quoted { get; init; } = new HashSet<ClaimId>();

    /// <summary>The release with those claims as if whoever is quoted asserted them; the release itself where there are none.</summary>
    public Dossier Asserted { get; init; } = Dossier;

    /// <summary>The release as a finding about a claim reads it.</summary>
    internal Dossier Within(Claim claim) => Quoted.Contains(claim.Id) ? Asserted : Dossier;

    /// <summary>Whether a claim stands in such a sentence.</summary>
    internal bool IsOnSubject(Claim claim) => Dossier.DocumentOf(claim).Version.PassageAt(claim.Span) is not { } passage || OnSubject.Contains((claim.Version, passage.Index));
}
