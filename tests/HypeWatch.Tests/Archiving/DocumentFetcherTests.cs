using System.Text;
using HypeWatch.Archiving;
using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Tests.Fakes;
using HypeWatch.Tests.Http;
using Microsoft.Extensions.Options;

namespace HypeWatch.Tests.Archiving;

public sealed class DocumentFetcherTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_local_file_becomes_a_snapshot_of_its_document()
    {
        var file = folder.Write("a b#1.md", "# A page");
        var item = new SourceItem(new UriBuilder("file", "") { Path = Uri.EscapeDataString(file).Replace("%2F", "/", StringComparison.Ordinal) }.Uri.AbsoluteUri, "https://example.org/a", "command-line", ItemMetadata.None);

        var (snapshot, bytes) = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(item));

        Assert.Equal("# A page", Encoding.UTF8.GetString(bytes.Span));
        Assert.Equal(ContentId.Sha256("# A page"), snapshot.Sha256);
        Assert.Equal(new SnapshotId(ContentId.Of("snp", "https://example.org/a", snapshot.Sha256)), snapshot.Id);
        Assert.Equal((item, Noon, 8L, "text/markdown"), (snapshot.Item, snapshot.FetchedAt, snapshot.Length, snapshot.ContentType));
        Assert.Equal(bytes.ToArray(), await new Archive(Path.Combine(folder.Path, "archive")).ReadAsync(snapshot.Sha256, CancellationToken.None));
    }

    [Fact]
    public async Task Only_the_command_line_may_name_a_local_file()
    {
        var file = folder.Write("private.txt", "secret");

        var refused = Assert.IsType<FetchOutcome.Refused>(await FetchAsync(new SourceItem("file://" + file, "x", "some feed", ItemMetadata.None)));

        Assert.Contains("some feed", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_missing_too_large_or_elsewhere_are_told_apart()
    {
        var large = folder.Write("large.txt", new string('x', 2_000));

        Assert.IsType<FetchOutcome.Gone>(await FetchAsync(Local("/no/such/file.txt")));
        Assert.IsType<FetchOutcome.Refused>(await FetchAsync(Local(large), new HttpSettings { MaxBodyBytes = 1_000 }));
        Assert.IsType<FetchOutcome.Gone>(await FetchAsync(Local(folder.Path)));
        Assert.IsType<FetchOutcome.Refused>(await FetchAsync(new SourceItem("file://server/share/x.txt", "x", "command-line", ItemMetadata.None)));
        Assert.IsType<FetchOutcome.Refused>(await FetchAsync(new SourceItem("no address", "x", "command-line", ItemMetadata.None)));
    }

    [Fact]
    public async Task A_web_page_is_kept_with_its_validators_which_the_next_fetch_sends()
    {
        await using var server = new LoopbackServer(request => request.Path == "/robots.txt" ? LoopbackReply.Empty(404)
            : request.Headers.ContainsKey("If-None-Match") ? LoopbackReply.Empty(304) : LoopbackReply.Text("<p>A page.", "text/html", ("ETag", "\"v1\"")));
        var settings = PoliteHttpTests.Settings(server);
        var item = new SourceItem(server.Url("/page").AbsoluteUri, "https://example.org/page", "feed", ItemMetadata.None);

        var first = Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(item, settings)).Snapshot;

        Assert.Equal("\"v1\"", first.ETag);
        Assert.IsType<FetchOutcome.NotModified>(await FetchAsync(item, settings, first));
        var copy = first with { Item = item with { Url = "file:///saved/copy.html" } };
        Assert.IsType<FetchOutcome.Fetched>(await FetchAsync(item, settings, copy));
    }

    [Theory]
    [InlineData(404, typeof(FetchOutcome.Gone))]
    [InlineData(403, typeof(FetchOutcome.Refused))]
    [InlineData(503, typeof(FetchOutcome.TryLater))]
    public async Task The_ends_of_a_request_are_the_ends_of_the_fetch(int status, Type end)
    {
        await using var server = new LoopbackServer(("/", LoopbackReply.Empty(status)));
        var item = new SourceItem(server.Url("/").AbsoluteUri, "x", "feed", ItemMetadata.None);

        Assert.IsType(end, await FetchAsync(item, PoliteHttpTests.Settings(server) with { Retries = 0 }));
    }

    [Theory]
    [InlineData("a.HTML", "text/html")]
    [InlineData("a.md", "text/markdown")]
    [InlineData("a.mdx", "text/markdown")]
    [InlineData("2104.08164.txt", "text/plain")]
    [InlineData("a.pdf", "application/pdf")]
    [InlineData("a.json", "application/json")]
    [InlineData("a.xml", "application/xml")]
    [InlineData("a.csv", "text/csv")]
    [InlineData("a.bib", "application/x-bibtex")]
    [InlineData("a.eml", "message/rfc822")]
    [InlineData("LICENSE", "application/octet-stream")]
    [InlineData("a.exe", "application/octet-stream")]
    public void A_files_name_suggests_its_type(string name, string type) => Assert.Equal(type, FileContentType.Of(name));

    private static SourceItem Local(string path) => new("file://" + path, "x", "command-line", ItemMetadata.None);

    private async Task<FetchOutcome> FetchAsync(SourceItem item, HttpSettings? settings = null, Snapshot? previous = null)
    {
        var time = new ShiftingTime { Frozen = Noon };
        using var http = PoliteHttpTests.Http(settings ?? new(), time);
        var fetcher = new DocumentFetcher(http, new Archive(Path.Combine(folder.Path, "archive")), Options.Create(settings ?? new()), time);
        return await fetcher.FetchAsync(item, previous, CancellationToken.None);
    }
}
