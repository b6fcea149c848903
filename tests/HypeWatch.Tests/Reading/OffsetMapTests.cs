using HypeWatch.Model;
using HypeWatch.Reading;
using Microsoft.Extensions.Options;

namespace HypeWatch.Tests.Reading;

/// <summary>The way back from a text's offsets to the page.</summary>
public sealed class OffsetMapTests
{
    [Theory]
    [InlineData("<html><body><p>Otters   swim\n in <b>deep</b> ponds.</p></body></html>", "swim in", "/html/body/p[1]/text()[1]", "swim\n in")]
    [InlineData("<html><body><p>Otters swim in <b>deep</b> ponds.</p></body></html>", "ponds", "/html/body/p[1]/text()[2]", "ponds")]
    [InlineData("<html><body><div>Otters swim.</div><div>A caf\u0065\u0301 for o\u200btters is open.</div></body></html>", "otters", "/html/body/div[2]/text()[1]", "o\u200btters")]
    public async Task A_span_is_found_again_in_its_text_node(string page, string words, string path, string raw)
    {
        var (version, origins) = await OriginsAsync(page, words);
        var origin = Assert.Single(origins);
        Assert.Equal((path, words), (origin.Path, origin.Span.Of(version.Text)));
        Assert.Equal(raw.Length, origin.End - origin.Start);
    }

    [Fact]
    public async Task A_span_across_elements_has_a_place_in_each()
    {
        var (version, origins) = await OriginsAsync("<html><body><p>Otters swim in <b>deep</b> ponds.</p></body></html>", "in deep ponds");
        Assert.Equal(["in", "deep", "ponds"], origins.Select(origin => origin.Span.Of(version.Text)));
        Assert.Equal(["/html/body/p[1]/text()[1]", "/html/body/p[1]/b[1]/text()[1]", "/html/body/p[1]/text()[2]"], origins.Select(origin => origin.Path));
        Assert.Equal([12, 0, 1], origins.Select(origin => origin.Start));
    }

    [Theory]
    [MemberData(nameof(SavedPagesTests.Names), MemberType = typeof(SavedPagesTests))]
    public async Task Every_sentence_of_a_saved_page_has_a_place_in_it(string name)
    {
        var (version, expected, bytes) = await SavedPage.ReadSavedAsync(name);
        if (!version.ExtractionMethod.StartsWith("html", StringComparison.Ordinal)) return;
        foreach (var passage in version.Passages.Where(passage => passage.Place is not Place.Title))
            Assert.NotEmpty(Origins(bytes, expected.GetProperty("url").GetString()!, passage.Span));
    }

    private static async Task<(DocumentVersion Version, IReadOnlyList<TextOrigin> Origins)> OriginsAsync(string page, string words)
    {
        var version = await SavedPage.VersionAsync(page, "text/html");
        var at = version.Text.IndexOf(words, StringComparison.Ordinal);
        return (version, Origins(System.Text.Encoding.UTF8.GetBytes(page), "https://site.example/post", new(at, at + words.Length)));
    }

    private static IReadOnlyList<TextOrigin> Origins(byte[] bytes, string url, Span span) =>
        new Reader(Options.Create(new ReadingOptions()), TimeProvider.System)
            .OriginsOf(new(new("snp-test"), new(url, url, "test", ItemMetadata.None), default, "x", bytes.Length, "text/html"), bytes, [span]);
}
