using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.Digests;

/// <summary>A release whose headline claims stay within their evidence: fair claims are data too (specification 9).</summary>
/// <param name="Release">The release.</param>
/// <param name="Example">The strongest of its headline claims that stays within its evidence, with what it rests on.</param>
/// <param name="Within">How many headline claims stay within their evidence.</param>
/// <param name="Judged">How many headline claims could be judged.</param>
public sealed record CalibratedRelease(ReleaseId Release, ClaimView Example, int Within, int Judged)
{
    // Fewer show nothing about a release, and a release that exceeds its evidence more often than not is no example.
    private const int MinJudged = 2;
    private const double MinShare = 0.5;

    private double Share => (double)Within / Judged;

    /// <summary>
    /// The release with the largest share of own headline claims within their evidence (self-limitations and aspirations aside); of equals the one with
    /// more of them. Null when no release has two that could be judged, or none keeps half of them within.
    /// </summary>
    public static CalibratedRelease? Best(IEnumerable<JudgedHeadline> headlines) =>
        headlines.Where(headline => headline.View.Warrant is not null && !headline.View.Claim.Is(ClaimType.SelfLimitation, ClaimType.Aspiration))
            .GroupBy(headline => headline.Release).Select(Of).OfType<CalibratedRelease>().Where(release => release.Judged >= MinJudged && release.Share >= MinShare)
            .OrderByDescending(release => release.Share).ThenByDescending(release => release.Judged).ThenBy(release => release.Release.Value, StringComparer.Ordinal)
            .FirstOrDefault();

    private static CalibratedRelease? Of(IGrouping<ReleaseId, JudgedHeadline> release)
    {
        var within = release.Select(headline => headline.View).Where(view => Licence.Covers(view.Warrant!.Value, view.Claim)).ToList();
        if (within.Count == 0) return null;
        var example = within.OrderByDescending(view => view.Claim.Strength).ThenByDescending(view => view.Warrant).ThenBy(view => view.Claim.Id.Value, StringComparer.Ordinal).First();
        return new(release.Key, example, within.Count, release.Count());
    }
}
