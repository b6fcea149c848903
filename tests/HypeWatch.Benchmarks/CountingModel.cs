using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HypeWatch.Benchmarks;

/// <summary>A request of the product to its language model.</summary>
/// <param name="Purpose">Name of the prompt.</param>
/// <param name="System">The instructions.</param>
/// <param name="User">The data with what surrounds it.</param>
internal sealed record ModelRequest(string Purpose, string System, string User)
{
    public long Bytes => Encoding.UTF8.GetByteCount(System) + (long)Encoding.UTF8.GetByteCount(User);
}

/// <summary>A server of the chat protocol on loopback that takes the same time for every answer, lists every fourth sentence as a claim, and counts.</summary>
internal sealed partial class CountingModel : IAsyncDisposable
{
    private readonly ConcurrentQueue<ModelRequest> requests = new();
    private readonly WebApplication app;
    private int inFlight;
    private long first;
    private long last;

    private CountingModel(WebApplication app) => this.app = app;

    public IReadOnlyList<ModelRequest> Requests => [.. requests];

    public int MostInFlight { get; private set; }

    /// <summary>From the arrival of the first request to the departure of the last answer.</summary>
    public TimeSpan Asked => Stopwatch.GetElapsedTime(first, last);

    public string Endpoint => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1";

    public static async Task<CountingModel> StartAsync(TimeSpan latency)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var built = builder.Build();
        built.Urls.Add("http://127.0.0.1:0");
        var model = new CountingModel(built);
        built.MapPost("/v1/chat/completions", context => model.AnswerAsync(context, latency));
        await built.StartAsync();
        return model;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    /// <summary>The numbered sentences of a request.</summary>
    [GeneratedRegex(@"^\[(?<number>\d+)\] (?<sentence>.*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 10_000)]
    internal static partial Regex Numbered();

    private async Task AnswerAsync(HttpContext context, TimeSpan latency)
    {
        var now = Interlocked.Increment(ref inFlight);
        lock (requests)
        {
            MostInFlight = Math.Max(MostInFlight, now);
            if (first == 0) first = Stopwatch.GetTimestamp();
        }

        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var messages = body.RootElement.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").GetString()!).ToList();
        var request = new ModelRequest(body.RootElement.GetProperty("response_format").GetProperty("json_schema").GetProperty("name").GetString()!, messages[0], messages[^1]);
        requests.Enqueue(request);
        await Task.Delay(latency, context.RequestAborted);
        Interlocked.Decrement(ref inFlight);
        lock (requests) last = Stopwatch.GetTimestamp();
        await context.Response.WriteAsJsonAsync(new
        {
            id = "x", @object = "chat.completion", created = 0, model = "counting", choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = Reply(request) } } },
            usage = new { prompt_tokens = (int)(request.Bytes / 4), completion_tokens = 300, total_tokens = (int)(request.Bytes / 4) + 300 },
        });
    }

    private static string Reply(ModelRequest request) => request.Purpose switch
    {
        "extract-claims" => JsonSerializer.Serialize(new
        {
            claims = Numbered().Matches(request.User).Select(match => int.Parse(match.Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture)).Where(number => number % 4 == 0).Select(number => new
            {
                sentences = new[] { number }, first_words = (string?)null, last_words = (string?)null, quote = (string?)null, types = new[] { "T2" }, strength = "S2", certainty = "C3", mode = "asserts",
                polarity = "positive", asserter = (string?)null, attributed_to = (string?)null, comparative_to = (string?)null, normalised = (string?)null, confidence = 0.9,
            }),
            caveats = Array.Empty<object>(),
        }),
        "verify-claims" => """{"verdicts":[]}""",
        "attribute-claims" => """{"voices":[]}""",
        _ => """{"rewordings":[]}""",
    };
}
