using System.Text;
using HypeWatch.Model;
using HypeWatch.Sources;

namespace HypeWatch.Tests.Sources;

public sealed class SidecarTests
{
    [Theory]
    [InlineData("paper", DocumentKind.Paper)]
    [InlineData("preprint", DocumentKind.Preprint)]
    [InlineData("press_release", DocumentKind.PressRelease)]
    [InlineData("press-release", DocumentKind.PressRelease)]
    [InlineData("Critique", DocumentKind.Critique)]
    [InlineData("lab-post", DocumentKind.Blog)]
    [InlineData("forum-post", DocumentKind.Blog)]
    [InlineData("news", DocumentKind.News)]
    public void Kinds_are_our_codes_and_two_everyday_words(string kind, DocumentKind expected)
    {
        var sidecar = Parse($$"""{"kind": "{{kind}}"}""");

        Assert.Equal(expected, sidecar.Metadata.Kind);
        Assert.Empty(sidecar.Warnings);
    }

    [Theory]
    [InlineData("2021", "2021")]
    [InlineData("2021-04", "2021-04")]
    [InlineData("2021-04-16", "2021-04-16")]
    public void Dates_keep_their_precision(string published, string expected) =>
        Assert.Equal((expected, "sidecar"), Parse($$"""{"published": "{{published}}"}""").Metadata.Published is { } date ? (date.ToString(), date.Basis) : default);

    [Fact]
    public void Everything_that_is_stated_is_read()
    {
        var sidecar = Parse("""
            {
              // a saved copy
              "url": "https://lab.example/one", "title": " One result ", "authors": ["Ann Example", "Bo Sample"], "publisher": "Example Lab", "kind": "paper",
              "published": "2026-09", "language": "en", "release": "one", "release_family": "family", "files": [{"file": "a.html", "bytes": 3}, {"file": "b.md"}],
              "unknown": {"deep": [1, 2]},
            }
            """);

        Assert.Empty(sidecar.Warnings);
        Assert.Equal("https://lab.example/one", sidecar.Url);
        Assert.Equal(["Ann Example", "Bo Sample"], sidecar.Metadata.Authors);
        Assert.Equal(("One result", "Example Lab", "en", "one"), (sidecar.Metadata.Title, sidecar.Metadata.Publisher, sidecar.Metadata.Language, sidecar.Metadata.ReleaseHint));
        Assert.Equal(["a.html", "b.md"], sidecar.Files!.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_said_about_one_file_goes_before_what_is_said_about_all()
    {
        var sidecar = Parse("""{"title": "All", "publisher": "Lab", "files": [{"file": "a.html", "title": "A", "url": "https://lab.example/a", "kind": "poem"}, "b.md"]}""");

        Assert.Equal("https://lab.example/a", sidecar.Files!["a.html"].Url);
        var (one, other) = (sidecar.Files["a.html"].Over(sidecar.Metadata), sidecar.Files["b.md"].Over(sidecar.Metadata));
        Assert.Equal(("A", "Lab", "All"), (one.Title, one.Publisher, other.Title));
        Assert.Contains("'kind' of a.html is ignored", Assert.Single(sidecar.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Null_is_absent()
    {
        var sidecar = Parse("""{"url": null, "title": null, "authors": null, "publisher": null, "kind": null, "published": null, "release_family": null, "files": null}""");

        Assert.Equal(ItemMetadata.None, sidecar.Metadata);
        Assert.Null(sidecar.Url);
        Assert.Null(sidecar.Files);
        Assert.Empty(sidecar.Warnings);
    }

    [Theory]
    [InlineData("""{"title": "Kept", "url": "ftp://x.example/"}""", "url")]
    [InlineData("""{"title": "Kept", "url": 7}""", "url")]
    [InlineData("""{"title": "Kept", "kind": "poem"}""", "kind")]
    [InlineData("""{"title": "Kept", "published": "last week"}""", "published")]
    [InlineData("""{"title": "Kept", "authors": {"name": "Ann"}}""", "authors")]
    [InlineData("""{"title": "Kept", "authors": ["Ann", 7]}""", "authors")]
    [InlineData("""{"title": "Kept", "files": "a.html"}""", "files")]
    public void A_key_that_cannot_be_used_is_named_and_the_others_count(string json, string key)
    {
        var sidecar = Parse(json);

        Assert.Equal("Kept", sidecar.Metadata.Title);
        Assert.Contains($"'{key}' is ignored", Assert.Single(sidecar.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("\0\u0001")]
    public void A_file_that_is_no_object_is_not_used_and_says_so(string json)
    {
        var sidecar = Parse(json);

        Assert.Equal(ItemMetadata.None, sidecar.Metadata);
        Assert.Contains("folder/source.json is not used", Assert.Single(sidecar.Warnings), StringComparison.Ordinal);
    }

    private static Sidecar Parse(string json) => Sidecar.Parse("folder/source.json", Encoding.UTF8.GetBytes(json));
}
