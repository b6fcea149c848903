using System.Text.Json;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Model;

public sealed class ClaimTests
{
    private static readonly ClaimReading Reading =
        new([ClaimType.Descriptive], Strength.Regularity, Certainty.Plain, Scope.Unknown, "Lab Alder", Place.Body, 0.5);

    [Fact]
    public void A_quote_is_cut_from_the_text()
    {
        var version = Versions.Of("https://alder.example/p", "Latents are sparse. They fire rarely.");
        var claim = Claim.Cut(version, new Span(0, 19), Reading, new Provenance("offline", "1"));
        Assert.Equal("Latents are sparse.", claim.Quote);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 400)]
    public void A_span_outside_the_text_makes_no_claim(int start, int end) => Assert.ThrowsAny<ArgumentException>(
        () => Claim.Cut(Versions.Of("https://alder.example/p", "Short."), new Span(start, end), Reading, new Provenance("offline", "1")));

    [Fact]
    public void Json_carries_codes_and_plain_ids()
    {
        var version = Versions.Of("https://alder.example/p", "Latents are sparse.");
        var json = JsonDocument.Parse(ModelJson.Write(Claim.Cut(version, new Span(0, 19), Reading, new Provenance("offline", "1")))).RootElement;
        Assert.Equal("S2", json.GetProperty("strength").GetString());
        Assert.Equal("T2", json.GetProperty("types")[0].GetString());
        Assert.StartsWith("clm-", json.GetProperty("id").GetString(), StringComparison.Ordinal);
    }
}
