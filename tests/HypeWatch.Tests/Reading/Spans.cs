using HypeWatch.Model;

namespace HypeWatch.Tests.Reading;

/// <summary>What must hold for every version, whatever the bytes were.</summary>
internal static class Spans
{
    public static void AssertExact(DocumentVersion version)
    {
        Assert.Equal(NormalizedText.From(version.Text), version.Text);
        Assert.Equal(ContentId.Sha256(version.Text), version.TextSha256);
        var before = 0;
        foreach (var (passage, i) in version.Passages.Select((passage, i) => (passage, i)))
        {
            Assert.Equal(i, passage.Index);
            Assert.True(passage.Span.Start >= before && passage.Span.Length > 0 && passage.Span.End <= version.Text.Length, $"passage {i} at {passage.Span}");
            var words = version.TextOf(passage);
            Assert.Equal(words.Trim(), words);
            Assert.Equal(passage, version.PassageAt(new(passage.Span.Start, passage.Span.Start)));
            before = passage.Span.End;
        }

        foreach (var link in version.Links)
        {
            Assert.True(link.Span.Start >= 0 && link.Span.Length >= 0 && link.Span.End <= version.Text.Length);
            Assert.True(Uri.TryCreate(link.Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https", link.Url);
        }

        foreach (var reference in version.References)
        {
            if (reference.Span is { } span) Assert.Equal(reference.Text, span.Of(version.Text));
        }

        Assert.All(version.Findings, finding => Assert.InRange(finding.Text.Length, 1, 500));
    }
}
