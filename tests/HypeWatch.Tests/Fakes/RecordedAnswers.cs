using System.Net;
using System.Text;
using System.Text.Json;

namespace HypeWatch.Tests.Fakes;

/// <summary>One recorded request with its answer.</summary>
internal sealed record Exchange(string Method, Uri Url, string? Body, int Status, IReadOnlyDictionary<string, string> Headers, byte[] Answer)
{
    /// <summary>How often it was played.</summary>
    public int Served { get; set; }
}

/// <summary>
/// Plays recorded exchanges in place of the network. A request is matched on method, path and the set of its query parameters, whatever their order; parameters whose recorded value
/// was taken out as <c>REDACTED</c> match anything. What was not recorded is refused like a lost connection.
/// </summary>
internal sealed class RecordedAnswers(IReadOnlyList<Exchange> exchanges) : HttpMessageHandler
{
    /// <summary>All requests that were answered.</summary>
    public List<HttpRequestMessage> Asked { get; } = [];

    /// <summary>Requests for which there is no recording.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Reads a file of exchanges, in the shape that all recordings share.</summary>
    public static async Task<IReadOnlyList<Exchange>> ReadAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        using var document = await JsonDocument.ParseAsync(file, cancellationToken: ct);
        return Read(document.RootElement);
    }

    /// <summary>The exchanges in a JSON object.</summary>
    public static IReadOnlyList<Exchange> Read(JsonElement root) => [.. root.GetProperty("exchanges").EnumerateArray().Select(Exchanged)];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var matching = exchanges.Where(exchange => exchange.Method == request.Method.Method && IsSame(exchange.Url, request.RequestUri!)).OrderBy(exchange => exchange.Served).FirstOrDefault();
        if (matching is null)
        {
            Unknown.Add(request.RequestUri!.AbsoluteUri);
            throw new HttpRequestException("not recorded");
        }

        matching.Served++;
        Asked.Add(request);
        var response = new HttpResponseMessage((HttpStatusCode)matching.Status) { Content = new ByteArrayContent(matching.Answer), RequestMessage = request };
        foreach (var (name, value) in matching.Headers)
            if (!response.Headers.TryAddWithoutValidation(name, value)) response.Content.Headers.TryAddWithoutValidation(name, value);
        return Task.FromResult(response);
    }

    private static bool IsSame(Uri recorded, Uri asked)
    {
        if (recorded.Host != asked.Host || Uri.UnescapeDataString(recorded.AbsolutePath) != Uri.UnescapeDataString(asked.AbsolutePath)) return false;
        var left = Parameters(recorded);
        var right = Parameters(asked);
        var open = left.Where(pair => pair.Value == "REDACTED").Select(pair => pair.Name).ToHashSet(StringComparer.Ordinal);
        return left.Where(pair => !open.Contains(pair.Name)).SequenceEqual(right.Where(pair => !open.Contains(pair.Name)));
    }

    private static IReadOnlyList<(string Name, string Value)> Parameters(Uri url) =>
    [
        .. from pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
           let parts = pair.Split('=', 2)
           let name = Uri.UnescapeDataString(parts[0].Replace('+', ' '))
           let value = parts.Length < 2 ? "" : Uri.UnescapeDataString(parts[1].Replace('+', ' '))
           orderby name, value
           select (name, value),
    ];

    private static Exchange Exchanged(JsonElement exchange)
    {
        var (request, response) = (exchange.GetProperty("request"), exchange.GetProperty("response"));
        var body = response.TryGetProperty("bodyBase64", out var packed) && packed.ValueKind == JsonValueKind.String ? packed.GetBytesFromBase64()
            // Two forms that people can read, for answers that we wrote.
            : response.TryGetProperty("json", out var json) ? Encoding.UTF8.GetBytes(json.GetRawText())
            : response.TryGetProperty("lines", out var lines) ? Encoding.UTF8.GetBytes(string.Join('\n', lines.EnumerateArray().Select(line => line.GetString())))
            : Encoding.UTF8.GetBytes(Text(response, "body") ?? "");
        var headers = response.GetProperty("headers").EnumerateObject().Where(header => header.Value.ValueKind == JsonValueKind.String && !header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(header => header.Name, header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
        return new(request.GetProperty("method").GetString()!, new Uri(request.GetProperty("url").GetString()!), Text(request, "body"), response.GetProperty("status").GetInt32(), headers, body);
    }

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
