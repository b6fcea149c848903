using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace HypeWatch.Tests.Fakes;

/// <summary>What a client asked of the <see cref="ChatServer"/>.</summary>
internal sealed record ChatRequest(string Path, string? Authorization, JsonElement Body)
{
    /// <summary>Name of the schema that is asked for, which is that of the prompt.</summary>
    public string? Purpose => Body.TryGetProperty("response_format", out var format) ? format.GetProperty("json_schema").GetProperty("name").GetString() : null;

    public IReadOnlyList<(string Role, string Content)> Messages =>
        [.. Body.GetProperty("messages").EnumerateArray().Select(message => (message.GetProperty("role").GetString()!, message.GetProperty("content").GetString()!))];
}

/// <summary>A chat-completions server on the loopback interface that plays a script, one entry a request, and keeps what it was asked.</summary>
internal sealed class ChatServer : IAsyncDisposable
{
    private readonly HttpListener listener;
    private readonly ConcurrentQueue<Func<ChatRequest, HttpListenerResponse, Task>> script = new();
    private readonly ConcurrentQueue<ChatRequest> requests = new();
    private readonly TaskCompletionSource closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task serving;
    private Func<ChatRequest, HttpListenerResponse, Task>? otherwise;

    public ChatServer()
    {
        (listener, Endpoint) = Listen();
        serving = ServeAsync();
    }

    public Uri Endpoint { get; }

    public IReadOnlyList<ChatRequest> Requests => [.. requests];

    public int Unplayed => script.Count;

    public ChatServer Answers(string text, string finish = "stop") => Plays((request, response) => WriteAsync(response, 200, Completion(request, text, null, finish)));

    /// <summary>Answers everything beyond the script.</summary>
    public ChatServer Otherwise(Func<ChatRequest, string> answer)
    {
        otherwise = (request, response) => WriteAsync(response, 200, Completion(request, answer(request), null, "stop"));
        return this;
    }

    public ChatServer Refuses(string words) => Plays((request, response) => WriteAsync(response, 200, Completion(request, null, words, "stop")));

    public ChatServer Sends(int status, string body, string? retryAfter = null) => Plays((_, response) =>
    {
        if (retryAfter is not null) response.AddHeader("Retry-After", retryAfter);
        return WriteAsync(response, status, body);
    });

    public ChatServer Fails(int status, string? retryAfter = null) => Sends(status, """{"error":{"message":"scripted"}}""", retryAfter);

    /// <summary>Sends a redirect to an address.</summary>
    public ChatServer Redirects(string location) => Plays((_, response) =>
    {
        response.AddHeader("Location", location);
        return WriteAsync(response, 307, "");
    });

    /// <summary>Never answers; the client has to give up.</summary>
    public ChatServer Hangs() => Plays(async (_, _) => await closing.Task);

    public async ValueTask DisposeAsync()
    {
        closing.TrySetResult();
        listener.Close();
        await serving;
    }

    private static (HttpListener Listener, Uri Endpoint) Listen()
    {
        for (var attempt = 0; ; attempt++)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var port = ((IPEndPoint)probe.LocalEndpoint).Port;
            probe.Stop();
            var fresh = new HttpListener();
            fresh.Prefixes.Add(FormattableString.Invariant($"http://127.0.0.1:{port}/"));
            try
            {
                fresh.Start();
                return (fresh, new(FormattableString.Invariant($"http://127.0.0.1:{port}/v1")));
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                // Somebody took the port in between.
            }
        }
    }

    private ChatServer Plays(Func<ChatRequest, HttpListenerResponse, Task> play)
    {
        script.Enqueue(play);
        return this;
    }

    private async Task ServeAsync()
    {
        var running = new List<Task>();
        while (true)
        {
            try
            {
                running.Add(PlayAsync(await listener.GetContextAsync()));
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                break;
            }
        }

        await Task.WhenAll(running);
    }

    private async Task PlayAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var request = new ChatRequest(context.Request.Url!.AbsolutePath, context.Request.Headers["Authorization"], JsonDocument.Parse(body).RootElement);
        requests.Enqueue(request);
        try
        {
            if (script.TryDequeue(out var play)) await play(request, context.Response);
            else if (otherwise is not null) await otherwise(request, context.Response);
            else await WriteAsync(context.Response, 418, """{"error":{"message":"the script is over"}}""");
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or IOException)
        {
            // The client went away.
        }
    }

    private static string Completion(ChatRequest request, string? content, string? refusal, string finish) => JsonSerializer.Serialize(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1_760_000_000,
        model = request.Body.GetProperty("model").GetString() + "-2026",
        choices = new[] { new { index = 0, finish_reason = finish, message = new { role = "assistant", content, refusal } } },
        usage = new { prompt_tokens = 1000, completion_tokens = 100, total_tokens = 1100 },
    });

    private static async Task WriteAsync(HttpListenerResponse response, int status, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength64 = bytes.Length;
        await response.OutputStream.WriteAsync(bytes);
        response.Close();
    }
}
