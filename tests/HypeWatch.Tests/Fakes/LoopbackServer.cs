using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HypeWatch.Tests.Fakes;

/// <summary>A request as it came over the wire.</summary>
internal sealed record LoopbackRequest(string Path, IReadOnlyDictionary<string, string> Headers);

/// <summary>An answer: status line, headers, body; <see cref="Drip"/> sends the body byte by byte until the client hangs up.</summary>
internal sealed record LoopbackReply(int Status, byte[] Body, params (string Name, string Value)[] Headers)
{
    public bool Drip { get; init; }

    public static LoopbackReply Text(string body, string type = "text/html; charset=utf-8", params (string, string)[] headers) =>
        new(200, Encoding.UTF8.GetBytes(body), [("Content-Type", type), .. headers]);

    public static LoopbackReply Empty(int status, params (string, string)[] headers) => new(status, [], headers);

    public static LoopbackReply Redirect(string location, int status = 302) => new(status, [], ("Location", location));
}

/// <summary>A web server on a free loopback port that says exactly what a test tells it to, also what no real server library would send.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<LoopbackRequest, LoopbackReply> answer;
    private readonly Task accepting;

    public LoopbackServer(Func<LoopbackRequest, LoopbackReply> answer)
    {
        this.answer = answer;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>A server with fixed pages; everything else, robots.txt included, is 404.</summary>
    public LoopbackServer(params (string Path, LoopbackReply Reply)[] pages)
        : this(request => pages.FirstOrDefault(page => page.Path == request.Path).Reply ?? LoopbackReply.Empty(404))
    {
    }

    public string Authority => $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public ConcurrentQueue<LoopbackRequest> Requests { get; } = new();

    /// <summary>The requests without those for robots.txt.</summary>
    public IEnumerable<LoopbackRequest> PageRequests => Requests.Where(request => request.Path != "/robots.txt");

    public Uri Url(string path) => new($"http://{Authority}{path}");

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true) open.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1, leaveOpen: true);
            if (await reader.ReadLineAsync(stop.Token) is not { } first) return;
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 } line) headers[line.Split(':')[0]] = line[(line.IndexOf(':') + 1)..].Trim();
            var request = new LoopbackRequest(first.Split(' ')[1], headers);
            Requests.Enqueue(request);
            await WriteAsync(stream, answer(request));
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The client hung up, which some tests are about.
        }
    }

    private async Task WriteAsync(NetworkStream stream, LoopbackReply reply)
    {
        var length = reply.Drip || reply.Status == 304 ? "" : FormattableString.Invariant($"Content-Length: {reply.Body.Length}\r\n");
        var headers = string.Concat(reply.Headers.Select(header => $"{header.Name}: {header.Value}\r\n"));
        await stream.WriteAsync(Encoding.Latin1.GetBytes(FormattableString.Invariant($"HTTP/1.1 {reply.Status} Said\r\nConnection: close\r\n{headers}{length}\r\n")), stop.Token);
        await stream.WriteAsync(reply.Body, stop.Token);
        while (reply.Drip)
        {
            await stream.WriteAsync("."u8.ToArray(), stop.Token);
            await Task.Delay(10, stop.Token);
        }
    }
}
