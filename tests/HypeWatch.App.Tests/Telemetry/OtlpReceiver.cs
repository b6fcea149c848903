using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HypeWatch.App.Tests.Telemetry;

/// <summary>A span as it was received.</summary>
internal sealed record ReceivedSpan(string Trace, string Id, string Parent, string Name, IReadOnlyList<string> Values);

/// <summary>A collector on loopback that takes OTLP over HTTP and keeps what it was sent.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly ConcurrentQueue<(string Path, byte[] Body)> received = new();
    private readonly Task serving;

    public OtlpReceiver()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Address = FormattableString.Invariant($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
        }

        listener.Prefixes.Add(Address + "/");
        listener.Start();
        serving = ServeAsync();
    }

    public string Address { get; }

    public IReadOnlyList<ReceivedSpan> Spans => [.. received.Where(one => one.Path == "/v1/traces").SelectMany(one => Read(one.Body))];

    public bool HasMetric(string name) => received.Any(one => one.Path == "/v1/metrics" && Encoding.UTF8.GetString(one.Body).Contains(name, StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                var context = await listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                received.Enqueue((context.Request.Url!.AbsolutePath, body.ToArray()));
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    // ExportTraceServiceRequest: resource_spans = 1, scope_spans = 2, spans = 2; of a span trace_id = 1, span_id = 2, parent_span_id = 4, name = 5, attributes = 9.
    private static IEnumerable<ReceivedSpan> Read(byte[] body) =>
        from resource in Parts(body)
        where resource.Field == 1
        from scope in Parts(resource.Value)
        where scope.Field == 2
        from span in Parts(scope.Value)
        where span.Field == 2
        let parts = Parts(span.Value).ToList()
        select new ReceivedSpan(Hex(parts, 1), Hex(parts, 2), Hex(parts, 4), Encoding.UTF8.GetString(parts.First(part => part.Field == 5).Value), [.. parts.Where(part => part.Field == 9).Select(part => Encoding.UTF8.GetString(part.Value))]);

    private static string Hex(IEnumerable<(int Field, byte[] Value)> parts, int field) => Convert.ToHexString(parts.FirstOrDefault(part => part.Field == field).Value ?? []);

    private static IEnumerable<(int Field, byte[] Value)> Parts(byte[] body)
    {
        for (var at = 0; at < body.Length;)
        {
            var tag = Number(body, ref at);
            var length = (int)(tag & 7) switch { 0 => 0, 1 => 8, 5 => 4, _ => (int)Number(body, ref at) };
            if ((tag & 7) == 0) Number(body, ref at);
            yield return ((int)(tag >> 3), body[at..(at + length)]);
            at += length;
        }
    }

    private static ulong Number(byte[] body, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = body[at++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80) return value;
        }
    }
}
