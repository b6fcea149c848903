using HypeWatch.Claims;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Claims;

public sealed class ClaimComparisonTests
{
    private static readonly DocumentVersion Version = Versions.Of("https://example.org/a", "The probe reads refusals in one model. Audits become cheap. Nothing else is known.");

    private static Claim At(int start, int end, Strength strength = Strength.Regularity, string asserter = "Lab Alder") => Claim.Cut(
        Version, new(start, end), new([ClaimType.Descriptive], strength, Certainty.Plain, Scope.Unknown, asserter, Place.Body, 0.5), new("test", "1"));

    [Fact]
    public void Claims_of_the_same_place_are_paired_and_the_rest_is_listed()
    {
        var difference = ClaimComparison.Of([At(0, 38), At(39, 58)], [At(0, 37), At(59, 81)]);
        Assert.Equal((0, 0), (difference.Both.Single().Before.Span.Start, difference.Both.Single().After.Span.Start));
        Assert.Equal("Audits become cheap.".Length, difference.OnlyBefore.Single().Quote.Length + 1);
        Assert.Equal(59, difference.OnlyAfter.Single().Span.Start);
        Assert.Empty(difference.Changed);
    }

    [Fact]
    public void Each_claim_is_paired_once_with_its_nearest()
    {
        var difference = ClaimComparison.Of([At(0, 38)], [At(0, 30), At(0, 38)]);
        Assert.Equal(38, difference.Both.Single().After.Span.End);
        Assert.Equal(30, difference.OnlyAfter.Single().Span.End);
    }

    [Fact]
    public void Agreement_counts_levels_within_one_and_voices_that_are_the_same()
    {
        var agreement = ClaimComparison.Of([At(0, 38, Strength.Existence), At(39, 58)], [At(0, 38, Strength.Closure), At(39, 58, asserter: "Ruth Vale")]).Agreement;
        Assert.Equal(new(1, 0.5, 1, 0.5), agreement);
    }

    [Fact]
    public void Without_pairs_there_is_nothing_to_agree_on() => Assert.Equal(new(null, null, null, null), ClaimComparison.Of([At(0, 38)], []).Agreement);
}
