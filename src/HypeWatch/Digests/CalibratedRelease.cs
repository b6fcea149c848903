using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.Digests;

/// <summary>A release that was read in full and whose headline claims all stay within their evidence: fair claims are data too (specification 9).</summary>
/// <param name="Release">The release.</param>
/// <param name="Example">The strongest of its headline claims, with what it rests on.</param>
/// <param name="NearCaveats">How many headline claims have a caveat nearby.</param>
/// <param name="Judged">How many headline claims could be judged.</param>
public sealed record CalibratedRelease(ReleaseId Release, ClaimView Example, int NearCaveats, int Judged)
{
    // Fewer show nothing about a release.
    private const int MinJudged = 5;

    private double Share => (double)NearCaveats / Judged;

    /// <summary>
    /// Of the releases with five own headline claims that could be judged (self-limitations and aspirations aside), none of them beyond its evidence, the one
    /// with the largest share of claims that have a caveat nearby; of equals the one with more claims. Null when there is none.
    /// </summary>
    public static CalibratedRelease? Best(IEnumerable<JudgedHeadline> headlines) =>
        headlines.Where(headline => headline.View.Warrant is not null && !headline.View.Claim.Is(ClaimType.SelfLimitation, ClaimType.Aspiration))
            .GroupBy(headline => headline.Release).Where(release => release.Count() >= MinJudged && release.All(headline => Licence.Covers(headline.View.Warrant!.Value, headline.View.Claim)))
            .Select(Of).OrderByDescending(release => release.Share).ThenByDescending(release => release.Judged).ThenBy(release => release.Release.Value, StringComparer.Ordinal)
            .FirstOrDefault();

    private static CalibratedRelease Of(IGrouping<ReleaseId, JudgedHeadline> release) => new(
        release.Key, release.Select(headline => headline.View).OrderByDescending(view => view.Claim.Strength).ThenByDescending(view => view.Warrant).ThenBy(view => view.Claim.Id.Value, StringComparer.Ordinal).First(),
        release.Count(headline => headline.HasNearCaveat), release.Count());
}
