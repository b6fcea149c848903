using HypeWatch.Model;

namespace HypeWatch.Digests;

/// <summary>A release whose headline claims stay within their evidence: fair claims are data too (specification 9).</summary>
/// <param name="Release">The release.</param>
/// <param name="Document">Where the example stands.</param>
/// <param name="Example">The strongest of its headline claims that stays within its evidence.</param>
/// <param name="Warrant">What that claim rests on.</param>
/// <param name="Within">How many headline claims stay within their evidence.</param>
/// <param name="Judged">How many headline claims could be judged.</param>
public sealed record CalibratedRelease(Release Release, Document Document, Claim Example, Warrant Warrant, int Within, int Judged)
{
    // Fewer show nothing about a release, and a release that exceeds its evidence more often than not is no example.
    private const int MinJudged = 2;
    private const double MinShare = 0.5;

    /// <summary>
    /// The release with the largest share of own headline claims within their evidence (self-limitations and aspirations aside); of equals the one with
    /// more of them. Null when no release has two that could be judged, or none keeps half of them within.
    /// </summary>
    public static CalibratedRelease? Best(IEnumerable<Dossier> dossiers) =>
        dossiers.Select(Of).OfType<CalibratedRelease>().Where(release => release.Judged >= MinJudged && release.Share >= MinShare)
            .OrderByDescending(release => release.Share).ThenByDescending(release => release.Judged).ThenBy(release => release.Release.Id.Value, StringComparer.Ordinal)
            .FirstOrDefault();

    private double Share => (double)Within / Judged;

    private static CalibratedRelease? Of(Dossier dossier)
    {
        var judged =
            (from document in dossier.Own
             from claim in document.Claims
             where claim.IsHeadline && claim.Mode is AssertMode.Asserts && !claim.Is(ClaimType.SelfLimitation, ClaimType.Aspiration)
             let warrant = dossier.SupportOf(claim)?.Warrant
             where warrant is not null
             select (document.Document, Claim: claim, Warrant: warrant.Value)).ToList();
        var within = judged.Where(entry => Licence.Covers(entry.Warrant, entry.Claim)).ToList();
        if (within.Count == 0) return null;
        var example = within.OrderByDescending(entry => entry.Claim.Strength).ThenByDescending(entry => entry.Warrant).ThenBy(entry => entry.Claim.Id.Value, StringComparer.Ordinal).First();
        return new(dossier.Release, example.Document, example.Claim, example.Warrant, within.Count, judged.Count);
    }
}
