using HypeWatch.Digests;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Digests;

public sealed class CalibratedReleaseTests
{
    private static readonly (Strength, Warrant?) Fair = (Strength.Regularity, Warrant.Sample);

    [Fact]
    public void Of_releases_that_keep_all_headline_claims_within_their_evidence_the_one_with_most_caveats_nearby_is_best()
    {
        var best = CalibratedRelease.Best([.. Release("bare", Fair, Fair, Fair, Fair, Fair, Fair), .. Release("hedged", 2, Fair, Fair, Fair, (Strength.ControlledEffect, Warrant.Controlled), Fair)]);
        Assert.Equal(("rel-hedged", 2, 5, Strength.ControlledEffect), (best!.Release.Value, best.NearCaveats, best.Judged, best.Example.Claim.Strength));
    }

    [Fact]
    public void One_claim_beyond_its_evidence_is_enough_to_be_no_example() =>
        Assert.Null(CalibratedRelease.Best(Release("loud", Fair, Fair, Fair, Fair, Fair, (Strength.Closure, Warrant.Sample))));

    [Fact]
    public void Four_claims_show_nothing() => Assert.Null(CalibratedRelease.Best(Release("short", Fair, Fair, Fair, Fair)));

    [Fact]
    public void What_was_not_judged_does_not_count() => Assert.Null(CalibratedRelease.Best(Release("unknown", Fair, Fair, Fair, Fair, (Strength.Regularity, null))));

    private static List<JudgedHeadline> Release(string title, params (Strength Strength, Warrant? Warrant)[] claims) => Release(title, 0, claims);

    private static List<JudgedHeadline> Release(string title, int caveats, params (Strength Strength, Warrant? Warrant)[] claims)
    {
        var text = string.Join(' ', claims.Select((_, i) => $"Claim {i}."));
        var version = new WrittenText($"https://lab.example/{title}", DocumentKind.Paper, text) { Title = title }.ToVersion();
        var document = new DocumentView(version.Document.Id, version.Document.Kind, title, version.Document.Url, "Lab", version.Document.Published);
        return [.. claims.Select((claim, i) => new JudgedHeadline(new($"rel-{title}"), new(
            Claim.Cut(version, new(i * 9, (i * 9) + 8), new([ClaimType.Descriptive], claim.Strength, Certainty.Plain, Scope.Unknown, "Lab", Place.Abstract, 0.8), new("offline", "1")),
            document, claim.Warrant), i < caveats))];
    }
}
