using System.IO.Compression;
using System.Text;
using HypeWatch.Http;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HypeWatch.Tests.Http;

public sealed class PoliteHttpTests
{
    [Fact]
    public async Task A_page_comes_with_its_type_validators_and_final_address()
    {
        await using var server = new LoopbackServer(
            ("/old", LoopbackReply.Redirect("/new")),
            ("/new", LoopbackReply.Text("<p>One page.", "text/html; charset=utf-8", ("ETag", "\"v1\""), ("Last-Modified", "Tue, 01 Sep 2026 10:00:00 GMT"))));

        var fetched = Assert.IsType<HttpAnswer.Fetched>(await GetAsync(server, "/old"));

        Assert.Equal("<p>One page.", Encoding.UTF8.GetString(fetched.Bytes.Span));
        Assert.Equal("text/html; charset=utf-8", fetched.ContentType);
        Assert.Equal("\"v1\"", fetched.ETag);
        Assert.Equal("Tue, 01 Sep 2026 10:00:00 GMT", fetched.LastModified);
        Assert.Equal(server.Url("/new"), fetched.FinalUrl);
    }

    [Fact]
    public async Task Validators_are_sent_and_304_is_no_change()
    {
        await using var server = new LoopbackServer(request =>
            request.Headers.GetValueOrDefault("If-None-Match") == "\"v1\"" && request.Headers.GetValueOrDefault("If-Modified-Since") == "Tue, 01 Sep 2026 10:00:00 GMT"
                ? LoopbackReply.Empty(304)
                : LoopbackReply.Text("new"));

        Assert.IsType<HttpAnswer.NotModified>(await GetAsync(server, "/", new HttpValidators("\"v1\"", "Tue, 01 Sep 2026 10:00:00 GMT")));
        Assert.IsType<HttpAnswer.Fetched>(await GetAsync(server, "/", new HttpValidators("\"v0\"", null)));
    }

    [Fact]
    public async Task A_304_that_nobody_asked_for_is_no_success()
    {
        await using var server = new LoopbackServer(("/", LoopbackReply.Empty(304)));

        Assert.IsType<HttpAnswer.Refused>(await GetAsync(server, "/"));
    }

    [Theory]
    [InlineData(null, null, "HypeWatch/0.1.0")]
    [InlineData("watch@example.org", null, "HypeWatch/0.1.0 (mailto:watch@example.org)")]
    [InlineData("watch@example.org", "https://example.org/watch", "HypeWatch/0.1.0 (+https://example.org/watch; mailto:watch@example.org)")]
    public async Task The_program_names_itself(string? contact, string? page, string expected)
    {
        await using var server = new LoopbackServer(("/", LoopbackReply.Text("x")));
        await GetAsync(server, "/", settings: Settings(server) with { ContactAddress = contact, ProjectUrl = page });

        Assert.All(server.Requests, request => Assert.Equal(expected, request.Headers["User-Agent"]));
    }

    [Theory]
    [InlineData(404, typeof(HttpAnswer.Gone))]
    [InlineData(410, typeof(HttpAnswer.Gone))]
    [InlineData(403, typeof(HttpAnswer.Refused))]
    [InlineData(401, typeof(HttpAnswer.Refused))]
    [InlineData(204, typeof(HttpAnswer.Refused))]
    [InlineData(418, typeof(HttpAnswer.Refused))]
    [InlineData(408, typeof(HttpAnswer.TryLater))]
    [InlineData(429, typeof(HttpAnswer.TryLater))]
    [InlineData(503, typeof(HttpAnswer.TryLater))]
    public async Task Each_status_has_its_end(int status, Type end)
    {
        await using var server = new LoopbackServer(("/", LoopbackReply.Empty(status)));

        Assert.IsType(end, await GetAsync(server, "/", settings: Settings(server) with { Retries = 0 }));
    }

    [Fact]
    public async Task A_private_host_that_is_not_the_users_own_is_never_connected_to()
    {
        await using var server = new LoopbackServer(("/", LoopbackReply.Text("secret")));
        using var http = Http(new HttpSettings { Retries = 0 });

        foreach (var host in (string[])["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "localhost.", "①②⑦.0.0.1"])
        {
            var url = new Uri($"http://{host}:{server.Url("/").Port}/");
            Assert.IsNotType<HttpAnswer.Fetched>(await http.GetAsync(url, HttpPurpose.Document, null, CancellationToken.None));
        }

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_redirect_to_a_private_host_is_not_followed()
    {
        await using var inner = new LoopbackServer(("/", LoopbackReply.Text("secret")));
        await using var outer = new LoopbackServer(("/", LoopbackReply.Redirect(inner.Url("/").AbsoluteUri)));

        var refused = Assert.IsType<HttpAnswer.Refused>(await GetAsync(outer, "/"));

        Assert.Contains("no public address", refused.Reason, StringComparison.Ordinal);
        Assert.Empty(inner.Requests);
    }

    [Fact]
    public void The_users_own_servers_are_matched_by_host_or_by_host_and_port()
    {
        var settings = new HttpSettings { AllowedPrivateHosts = ["box.lan", "127.0.0.1:8080", "[::1]:90", "10.1.0.0/16"] };

        Assert.True(settings.IsAllowedPrivate("10.1.2.3", 80));
        Assert.False(settings.IsAllowedPrivate("10.2.2.3", 80));

        Assert.True(settings.IsAllowedPrivate("BOX.lan", 443));
        Assert.True(settings.IsAllowedPrivate("127.0.0.1", 8080));
        Assert.True(settings.IsAllowedPrivate("::1", 90));
        Assert.False(settings.IsAllowedPrivate("127.0.0.1", 80));
        Assert.False(settings.IsAllowedPrivate("evil-box.lan", 443));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/x")]
    [InlineData("gopher://example.org/x")]
    [InlineData("http://user:secret@example.org/")]
    [InlineData("http://[bad")]
    [InlineData("")]
    public async Task A_redirect_to_what_is_no_plain_web_address_is_not_followed(string location)
    {
        await using var server = new LoopbackServer(("/", LoopbackReply.Redirect(location)));

        Assert.IsType<HttpAnswer.Refused>(await GetAsync(server, "/", settings: Settings(server) with { MaxRedirects = 1 }));
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/x")]
    [InlineData("http://user:secret@example.org/")]
    public async Task Only_plain_web_addresses_are_fetched(string url)
    {
        using var http = Http(new HttpSettings());

        Assert.IsType<HttpAnswer.Refused>(await http.GetAsync(new Uri(url), HttpPurpose.Document, null, CancellationToken.None));
    }

    [Fact]
    public async Task A_redirect_loop_ends_after_the_allowed_hops()
    {
        await using var server = new LoopbackServer(("/a", LoopbackReply.Redirect("/b")), ("/b", LoopbackReply.Redirect("/a")));

        var refused = Assert.IsType<HttpAnswer.Refused>(await GetAsync(server, "/a"));

        Assert.Contains("more than 5 times", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(6, server.PageRequests.Count());
    }

    [Fact]
    public async Task A_decompression_bomb_is_cut_off_at_the_limit()
    {
        await using var server = new LoopbackServer(
            ("/", new LoopbackReply(200, Gzip(new byte[30_000_000]), ("Content-Type", "text/html"), ("Content-Encoding", "gzip"))));

        var refused = Assert.IsType<HttpAnswer.Refused>(await GetAsync(server, "/", settings: Settings(server) with { MaxBodyBytes = 100_000 }));

        Assert.Contains("larger than 100000 bytes", refused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(1_001, false)]
    public async Task A_body_of_exactly_the_limit_is_whole(int bytes, bool whole)
    {
        await using var server = new LoopbackServer(("/", LoopbackReply.Text(new string('x', bytes))));

        var answer = await GetAsync(server, "/", settings: Settings(server) with { MaxBodyBytes = 1_000 });

        Assert.Equal(whole, answer is HttpAnswer.Fetched { Bytes.Length: 1_000 });
    }

    [Fact]
    public async Task A_damaged_compressed_body_is_refused()
    {
        await using var server = new LoopbackServer(("/", new LoopbackReply(200, "no gzip at all"u8.ToArray(), ("Content-Type", "text/html"), ("Content-Encoding", "gzip"))));

        Assert.IsType<HttpAnswer.Refused>(await GetAsync(server, "/"));
    }

    [Fact]
    public async Task A_body_that_drips_slowly_meets_the_deadline()
    {
        await using var server = new LoopbackServer(("/", LoopbackReply.Text("start") with { Drip = true }));

        var later = Assert.IsType<HttpAnswer.TryLater>(await GetAsync(server, "/", settings: Settings(server) with { DeadlineSeconds = 0.2 }));

        Assert.Contains("within 0.2 s", later.Reason, StringComparison.Ordinal);
        Assert.Single(server.PageRequests);
    }

    [Fact]
    public async Task Headers_beyond_the_limit_are_refused()
    {
        await using var server = new LoopbackServer(("/", LoopbackReply.Text("x", "text/html", ("X-Long", new string('x', 200_000)))));

        Assert.Contains("headers longer", Assert.IsType<HttpAnswer.Refused>(await GetAsync(server, "/")).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpPurpose.Document, "text/html", true)]
    [InlineData(HttpPurpose.Document, "application/pdf", true)]
    [InlineData(HttpPurpose.Document, "TEXT/MARKDOWN; charset=utf-8", true)]
    [InlineData(HttpPurpose.Document, "image/png", false)]
    [InlineData(HttpPurpose.Document, "application/zip", false)]
    [InlineData(HttpPurpose.Document, "video/mp4", false)]
    [InlineData(HttpPurpose.Document, "no type at all", false)]
    [InlineData(HttpPurpose.Feed, "application/rss+xml", true)]
    [InlineData(HttpPurpose.Feed, "application/pdf", false)]
    [InlineData(HttpPurpose.Index, "text/html", true)]
    [InlineData(HttpPurpose.Index, "application/json", false)]
    public async Task Only_the_types_that_a_purpose_needs_are_taken(HttpPurpose purpose, string type, bool taken)
    {
        await using var server = new LoopbackServer(("/", LoopbackReply.Text("x", type)));
        using var http = Http(Settings(server));

        Assert.Equal(taken, await http.GetAsync(server.Url("/"), purpose, null, CancellationToken.None) is HttpAnswer.Fetched);
    }

    [Fact]
    public async Task A_missing_type_is_left_to_the_reader()
    {
        await using var server = new LoopbackServer(("/", new LoopbackReply(200, "x"u8.ToArray())));

        Assert.Equal("application/octet-stream", Assert.IsType<HttpAnswer.Fetched>(await GetAsync(server, "/")).ContentType);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_passing_failure_is_repeated(int status)
    {
        var calls = 0;
        await using var server = new LoopbackServer(request => request.Path == "/robots.txt" ? LoopbackReply.Empty(404)
            : Interlocked.Increment(ref calls) < 3 ? LoopbackReply.Empty(status, ("Retry-After", "0")) : LoopbackReply.Text("at last"));

        Assert.IsType<HttpAnswer.Fetched>(await GetAsync(server, "/"));
        Assert.Equal(3, calls);
    }

    [Fact]
    public async Task Repetitions_have_an_end()
    {
        await using var server = new LoopbackServer(("/", LoopbackReply.Empty(503)));

        var later = Assert.IsType<HttpAnswer.TryLater>(await GetAsync(server, "/"));

        Assert.Equal(TimeSpan.FromMinutes(15), later.After);
        Assert.Equal(3, server.PageRequests.Count());
    }

    [Fact]
    public async Task A_server_that_asks_for_an_hour_is_asked_once_and_left_alone()
    {
        await using var server = new LoopbackServer(("/", LoopbackReply.Empty(429, ("Retry-After", "3600"))));

        Assert.Equal(TimeSpan.FromHours(1), Assert.IsType<HttpAnswer.TryLater>(await GetAsync(server, "/")).After);
        Assert.Single(server.PageRequests);
    }

    [Theory]
    [InlineData("Tue, 01 Sep 2026 10:30:00 GMT", 30)]
    [InlineData("Tue, 01 Sep 2026 09:00:00 GMT", 0)]
    [InlineData("99999999", 24 * 60)]
    public async Task A_wish_to_wait_is_read_as_date_or_seconds_and_bounded(string retryAfter, int minutes)
    {
        await using var server = new LoopbackServer(("/", LoopbackReply.Empty(503, ("Retry-After", retryAfter))));
        using var http = Http(Settings(server) with { Retries = 0 }, new ShiftingTime { Frozen = new(2026, 9, 1, 10, 0, 0, TimeSpan.Zero) });

        var later = Assert.IsType<HttpAnswer.TryLater>(await http.GetAsync(server.Url("/"), HttpPurpose.Document, null, CancellationToken.None));

        Assert.Equal(TimeSpan.FromMinutes(minutes), later.After);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_tried_later()
    {
        var server = new LoopbackServer();
        await server.DisposeAsync();

        Assert.IsType<HttpAnswer.TryLater>(await GetAsync(server, "/"));
    }

    [Fact]
    public async Task Cancellation_is_thrown_and_no_answer()
    {
        await using var server = new LoopbackServer(("/", LoopbackReply.Text("start") with { Drip = true }));
        using var http = Http(Settings(server));
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => http.GetAsync(server.Url("/"), HttpPurpose.Document, null, cancel.Token));
    }

    internal static HttpSettings Settings(LoopbackServer server) => new() { AllowedPrivateHosts = [server.Authority], RetryBaseSeconds = 0.01, DeadlineSeconds = 10 };

    internal static PoliteHttp Http(HttpSettings settings, TimeProvider? time = null, IHostLedger? ledger = null) =>
        new(Options.Create(settings), time ?? TimeProvider.System, NullLogger<PoliteHttp>.Instance, ledger ?? new MemoryHostLedger());

    private static async Task<HttpAnswer> GetAsync(LoopbackServer server, string path, HttpValidators? previous = null, HttpSettings? settings = null)
    {
        using var http = Http(settings ?? Settings(server));
        return await http.GetAsync(server.Url(path), HttpPurpose.Document, previous, CancellationToken.None);
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(bytes);
        return packed.ToArray();
    }
}
