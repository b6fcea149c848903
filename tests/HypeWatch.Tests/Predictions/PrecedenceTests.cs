using HypeWatch.Model;
using HypeWatch.Predictions;

namespace HypeWatch.Tests.Predictions;

/// <summary>Whether a list is shown to be older than its release, and to which release it belongs.</summary>
public sealed class PrecedenceTests
{
    private static readonly DateTimeOffset May = new(2026, 5, 6, 10, 0, 0, TimeSpan.Zero), July = new(2026, 7, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_hash_that_is_younger_than_release_and_outcome_proves_nothing()
    {
        var set = Kept(Set("the next paper") with { Bound = new("Sieves", PublicationDate.OnDay(new(2026, 5, 21), "test")) }, July);
        Assert.Contains("later than the release (2026-05-21) and proves nothing about before; that is later than the first known outcome (2026-05-22)", string.Join('\n', Precedence.Words(set)), StringComparison.Ordinal);
        Assert.Equal("made before the release (2026-05-21) by the day that it states (2026-05-05), which neither hash nor archive time shows", Registration.Words(set));
    }

    [Fact]
    public void An_older_hash_or_an_older_archive_time_shows_it()
    {
        var set = Set("the next paper") with { Bound = new("Sieves", PublicationDate.OnDay(new(2026, 5, 21), "test")) };
        Assert.Equal("shown to be made before the release (2026-05-21) by hash", Registration.Words(Kept(set, May)));
        Assert.Equal("shown to be made before the release (2026-05-21) by archive time", Registration.Words(Kept(set, July) with { ArchivedAt = May }));
        Assert.Contains("it was CHANGED since", Precedence.Words(Kept(set, May) with { Commitment = "0" }).First(), StringComparison.Ordinal);
        Assert.DoesNotContain("shown to be made before the release (2026-05-21) by hash", Registration.Words(Kept(set, May) with { Commitment = "0" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-05", "not shown to be made before the release")]
    [InlineData("2026-05-04", "so that these are no predictions")]
    [InlineData(null, "bound to no release: not shown to be made before the release")]
    public void What_is_not_shown_is_said(string? released, string words)
    {
        var set = Set("the next paper");
        if (released is not null) set = set with { Bound = new("Sieves", PublicationDate.OnDay(DateOnly.Parse(released, System.Globalization.CultureInfo.InvariantCulture), "test")) };
        Assert.EndsWith(words, Registration.Words(set), StringComparison.Ordinal);
    }

    // id, title, day, address
    private static readonly ReleaseNames[] Releases =
    [
        Release("rel-1", "Sieve features: a study", "2026-05-21", "https://lab.example/sieve-features"), Release("rel-2", "Larger sieves for all", "2026-04-01", "https://lab.example/larger"),
        Release("rel-3", "Sieves", "2026-06-01", "https://lab.example/sieves"),
    ];

    [Theory]
    [InlineData("the paper \u201cSieve features\u201d of the lab", null, null, "rel-1")]
    [InlineData("what https://lab.example/sieve-features will say", null, null, "rel-1")]
    [InlineData("the next paper", "https://lab.example/sieve-features?utm_source=x", null, "rel-1")]
    // Older than the list: not by words alone, but when a person says so.
    [InlineData("Larger sieves for all", null, null, null)]
    [InlineData("the next paper", null, "rel-2", "rel-2")]
    [InlineData("the next paper", null, "Larger sieves for all", "rel-2")]
    [InlineData("the next paper", null, "https://lab.example/larger/", "rel-2")]
    // One word is no name.
    [InlineData("the next paper on sieves", null, null, null)]
    [InlineData("the paper \u201cSieve features\u201d", null, "rel-9", null)]
    public void A_list_finds_the_release_that_it_names_or_links_when_the_dates_agree(string about, string? link, string? named, string? release) =>
        Assert.Equal(release, ReleaseNaming.Find(Set(about) with { ReleaseNamed = named }, link is null ? [] : [link], Releases)?.Id.Value);

    private static ReleaseNames Release(string id, string title, string day, string address) =>
        new(new(id), title, PublicationDate.OnDay(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), "test"), [CanonicalUrl.Of(address)]);

    private static PredictionSet Kept(PredictionSet set, DateTimeOffset at) => set with { Commitment = Commitment.Of(set), CommittedAt = at };

    private static PredictionSet Set(string about) => new(
        new("prd-1"), "Ada Example", new(2026, 5, 5), about, null, null, null, [new(1, "They compare.", 0.5, Resolution.True) { KnownAt = new(2026, 5, 22) }]);
}
