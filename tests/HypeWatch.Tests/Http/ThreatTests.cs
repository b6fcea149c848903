using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using HypeWatch.Http;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Http;

/// <summary>Attacks on a program that fetches addresses which others choose.</summary>
public sealed class ThreatTests
{
    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://10.1.2.3/")]
    [InlineData("http://172.16.0.1/")]
    [InlineData("http://192.168.1.1/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://100.64.0.1/")]
    [InlineData("http://0.0.0.0/")]
    [InlineData("http://192.0.0.8/")]
    [InlineData("http://198.18.0.1/")]
    [InlineData("http://224.0.0.1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[fc00::1]/")]
    [InlineData("http://[fe80::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[64:ff9b::7f00:1]/")]
    [InlineData("http://2130706433/")]
    [InlineData("http://0x7f.1/")]
    [InlineData("http://0177.0.0.1/")]
    [InlineData("http:\\\\10.0.0.1/")]
    public async Task Server_side_request_forgery_every_private_form_is_refused(string address)
    {
        using var http = PoliteHttpTests.Http(new HttpSettings { Retries = 0, ConnectSeconds = 1 });

        Assert.IsType<HttpAnswer.Refused>(await http.GetAsync(new Uri(address), HttpPurpose.Document, null, CancellationToken.None));
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://169.254.169.254/")]
    [InlineData("//127.0.0.1:1/x")]
    [InlineData("http:\\\\127.0.0.1:1/")]
    public async Task Server_side_request_forgery_by_redirect_is_refused_at_every_hop(string target)
    {
        await using var server = new LoopbackServer(("/", LoopbackReply.Redirect("/second")), ("/second", LoopbackReply.Redirect(target)));
        using var http = PoliteHttpTests.Http(PoliteHttpTests.Settings(server));

        Assert.IsType<HttpAnswer.Refused>(await http.GetAsync(server.Url("/"), HttpPurpose.Document, null, CancellationToken.None));
    }

    [Fact]
    public async Task Rebinding_a_name_between_check_and_use_reaches_nothing_private()
    {
        var looks = 0;
        var isConnected = false;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        // The first look gives a private address beside a public one, the second would give the private one alone: there is one look, and only what passed is connected to.
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var attempt = GuardedConnection.OpenAsync(
            new DnsEndPoint("rebinding.example", port), new HttpSettings(),
            (_, _) => Task.FromResult<IPAddress[]>(Interlocked.Increment(ref looks) == 1 ? [IPAddress.Parse("192.0.2.1"), IPAddress.Loopback] : [IPAddress.Loopback]), stop.Token);
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var stream = await attempt;
            isConnected = true;
        });

        Assert.Equal(1, looks);
        Assert.False(isConnected);
        Assert.False(listener.Pending());
    }

    [Theory]
    [InlineData("http://169.254.169.254:8888\\@example.org/")]
    [InlineData("http://example.org\\@169.254.169.254/")]
    [InlineData("http://example.org%00.evil.example/")]
    [InlineData("http://a:1:2/")]
    public async Task Parser_differentials_give_no_address_or_a_refused_one(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url)) return;
        using var http = PoliteHttpTests.Http(new HttpSettings { Retries = 0, ConnectSeconds = 1 });

        Assert.IsNotType<HttpAnswer.Fetched>(await http.GetAsync(url, HttpPurpose.Document, null, CancellationToken.None));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_bomb_of_any_packing_is_cut_off_by_what_it_unpacks_to(string encoding)
    {
        await using var server = new LoopbackServer(("/", new LoopbackReply(200, Packed(encoding, 50_000_000), ("Content-Type", "text/html"), ("Content-Encoding", encoding))));
        using var http = PoliteHttpTests.Http(PoliteHttpTests.Settings(server) with { MaxBodyBytes = 100_000 });

        Assert.Contains("larger than", Assert.IsType<HttpAnswer.Refused>(await http.GetAsync(server.Url("/"), HttpPurpose.Document, null, CancellationToken.None)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bomb_in_a_refusal_is_not_read_to_its_end()
    {
        await using var server = new LoopbackServer(("/", new LoopbackReply(403, Packed("gzip", 100_000_000), ("Content-Type", "text/html"), ("Content-Encoding", "gzip"))));
        using var http = PoliteHttpTests.Http(PoliteHttpTests.Settings(server));
        var before = GC.GetTotalAllocatedBytes();

        Assert.IsType<HttpAnswer.Refused>(await http.GetAsync(server.Url("/"), HttpPurpose.Document, null, CancellationToken.None));
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 20_000_000);
    }

    [Fact]
    public async Task The_configured_proxy_works_though_it_is_private()
    {
        await using var proxy = new LoopbackServer(request => request.Path.EndsWith("/robots.txt", StringComparison.Ordinal) ? LoopbackReply.Empty(404) : LoopbackReply.Text("through"));
        using var http = PoliteHttpTests.Http(new HttpSettings { Proxy = $"http://{proxy.Authority}", HostDelaySeconds = 0, Retries = 0 });

        var fetched = Assert.IsType<HttpAnswer.Fetched>(await http.GetAsync(new Uri("http://lab.invalid/x"), HttpPurpose.Document, null, CancellationToken.None));

        Assert.Equal("through", Encoding.UTF8.GetString(fetched.Bytes.Span));
        Assert.Contains(proxy.Requests, request => request.Path == "http://lab.invalid/x");
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://169.254.169.254/")]
    public async Task The_proxy_is_no_way_to_private_addresses(string address)
    {
        await using var proxy = new LoopbackServer(_ => LoopbackReply.Text("secret"));
        using var http = PoliteHttpTests.Http(new HttpSettings { Proxy = $"http://{proxy.Authority}", HostDelaySeconds = 0, Retries = 0 });

        Assert.IsType<HttpAnswer.Refused>(await http.GetAsync(new Uri(address), HttpPurpose.Document, null, CancellationToken.None));
        Assert.Empty(proxy.Requests);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_and_NULs_come_through_unchanged_for_the_reader_to_judge()
    {
        byte[] bytes = [0xFF, 0x00, 0xC3, 0x28, 0xED, 0xA0, 0x80];
        await using var server = new LoopbackServer(("/", new LoopbackReply(200, bytes, ("Content-Type", "text/plain"))));
        using var http = PoliteHttpTests.Http(PoliteHttpTests.Settings(server));

        Assert.Equal(bytes, Assert.IsType<HttpAnswer.Fetched>(await http.GetAsync(server.Url("/"), HttpPurpose.Document, null, CancellationToken.None)).Bytes.ToArray());
    }

    private static byte[] Packed(string encoding, int zeros)
    {
        using var packed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            _ => new ZLibStream(packed, CompressionLevel.Fastest),
        })
        {
            var chunk = new byte[1_000_000];
            for (var written = 0; written < zeros; written += chunk.Length) stream.Write(chunk);
        }

        return packed.ToArray();
    }
}
