using HypeWatch.Digests;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Digests;

public sealed class CalibratedReleaseTests
{
    [Fact]
    public void The_release_with_the_largest_share_within_its_evidence_is_best()
    {
        var best = CalibratedRelease.Best(
        [
            .. Release("loud", (Strength.Closure, Warrant.Sample), (Strength.Regularity, Warrant.Sample)),
            .. Release("sober", (Strength.Regularity, Warrant.Sample), (Strength.ControlledEffect, Warrant.Controlled), (Strength.Explanation, Warrant.Controlled)),
        ]);
        Assert.Equal(("rel-sober", 2, 3, Strength.ControlledEffect), (best!.Release.Value, best.Within, best.Judged, best.Example.Claim.Strength));
    }

    [Fact]
    public void A_release_that_mostly_exceeds_its_evidence_is_no_example() =>
        Assert.Null(CalibratedRelease.Best(Release("loud", (Strength.Closure, Warrant.Sample), (Strength.Closure, Warrant.Sample), (Strength.Regularity, Warrant.Sample))));

    [Fact]
    public void One_claim_shows_nothing() => Assert.Null(CalibratedRelease.Best(Release("short", (Strength.Regularity, Warrant.Sample))));

    [Fact]
    public void What_was_not_judged_does_not_count() =>
        Assert.Null(CalibratedRelease.Best(Release("unknown", (Strength.Regularity, null), (Strength.Regularity, null), (Strength.Regularity, Warrant.Sample))));

    private static List<JudgedHeadline> Release(string title, params (Strength Strength, Warrant? Warrant)[] claims)
    {
        var text = string.Join(' ', claims.Select((_, i) => $"Claim {i}."));
        var version = new WrittenText($"https://lab.example/{title}", DocumentKind.Paper, text) { Title = title }.ToVersion();
        var document = new DocumentView(version.Document.Id, version.Document.Kind, title, version.Document.Url, "Lab", version.Document.Published);
        return [.. claims.Select((claim, i) => new JudgedHeadline(new($"rel-{title}"), new(
            Claim.Cut(version, new(i * 9, (i * 9) + 8), new([ClaimType.Descriptive], claim.Strength, Certainty.Plain, Scope.Unknown, "Lab", Place.Abstract, 0.8), new("offline", "1")),
            document, claim.Warrant)))];
    }
}
