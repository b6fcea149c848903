using HypeWatch.Claims;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Claims;

public sealed class QuoteEdgesTests
{
    [Theory]
    [InlineData("The probe works, and audits become cheap.", "audits become cheap.", "audits become cheap")]
    [InlineData("The probe works, and audits become cheap.", "The probe works,", "The probe works")]
    [InlineData("The probe works, and audits become cheap.", "The probe works, and audits become cheap.", "The probe works, and audits become cheap.")]
    [InlineData("They wrote \u201cthe probe works,\u201d and left.", "\u201cthe probe works,", "the probe works")]
    [InlineData("They wrote \u201cThe probe works.\u201d Later.", "The probe works.", "The probe works.")]
    [InlineData("I say \"it works\" not \"it fails\", really.", "\"it works\" not \"it fails\",", "\"it works\" not \"it fails\"")]
    [InlineData("Tests (of one model) failed (badly).", "Tests (of one model) failed", "Tests (of one model) failed")]
    public void A_part_of_a_sentence_ends_at_its_last_word(string text, string words, string expected)
    {
        var version = Versions.Of("https://example.org/a", text + " More of it.");
        var start = text.IndexOf(words, StringComparison.Ordinal);
        var claim = Claim.Cut(
            version, new(start, start + words.Length),
            new([ClaimType.Descriptive], Strength.Regularity, Certainty.Plain, Scope.Unknown, "Lab Alder", Place.Body, 0.5), new("test", "1"));
        var trimmed = QuoteEdges.Trim(version, claim);
        Assert.Equal(expected, trimmed.Quote);
        Assert.Equal(expected, trimmed.Span.Of(version.Text));
        Assert.Equal(expected, trimmed.Normalised);
    }
}
