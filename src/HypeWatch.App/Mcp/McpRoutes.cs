using System.Text.Json;
using HypeWatch.App.Web;
using HypeWatch.Digests;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace HypeWatch.App.Mcp;

/// <summary>
/// The Model Context Protocol over streamable HTTP, without sessions: each call stands for itself. Who calls from a page must be one of our own pages, since a page elsewhere could otherwise let a reader's browser
/// ask (specification of the protocol, "Security Warning" of streamable HTTP).
/// </summary>
internal static class McpRoutes
{
    private const int InvalidRequest = -32600, ParseError = -32700;

    /// <summary>Maps the route.</summary>
    public static void MapMcp(this IEndpointRouteBuilder app)
    {
        app.MapPost("/mcp", AnswerAsync);
        // No stream of the server's own, and no session that could be ended.
        app.MapMethods("/mcp", [HttpMethods.Get, HttpMethods.Delete], (HttpResponse response) =>
        {
            response.Headers.Allow = HttpMethods.Post;
            return Results.StatusCode(StatusCodes.Status405MethodNotAllowed);
        });
    }

    private static async Task AnswerAsync(HttpContext context, IOptions<McpServerOptions> options, DigestSettings digest, ILoggerFactory log)
    {
        var (request, response) = (context.Request, context.Response);
        if (request.Headers.Origin is { Count: > 0 } origins && !origins.All(origin => IsOwn(origin, digest)))
        {
            await RefuseAsync(response, StatusCodes.Status403Forbidden, InvalidRequest, "calls from pages elsewhere are refused");
            return;
        }

        JsonRpcMessage? message;
        try
        {
            message = await JsonSerializer.DeserializeAsync<JsonRpcMessage>(request.Body, McpJsonUtilities.DefaultOptions, context.RequestAborted);
        }
        catch (JsonException)
        {
            message = null;
        }

        if (message is null)
        {
            await RefuseAsync(response, StatusCodes.Status400BadRequest, ParseError, "the body is no message of JSON-RPC 2.0");
            return;
        }

        await using var transport = new StreamableHttpServerTransport(log) { Stateless = true };
        await using var server = McpServer.Create(transport, options.Value, log, context.RequestServices);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var running = server.RunAsync(ended.Token);
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        if (!await transport.HandlePostRequestAsync(message, response.Body, context.RequestAborted))
        {
            response.Headers.ContentType = default;
            response.StatusCode = StatusCodes.Status202Accepted;
        }

        await ended.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            // The call is answered; the server of this call ends with it.
        }
    }

    private static bool IsOwn(string? origin, DigestSettings digest) => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && PageGuard.IsOwn(uri.Host, digest.BaseUrl is { } address && Uri.TryCreate(address, UriKind.Absolute, out var own) ? own.Host : null);

    private static async Task RefuseAsync(HttpResponse response, int status, int code, string words)
    {
        response.StatusCode = status;
        await response.WriteAsJsonAsync(new { jsonrpc = "2.0", id = (string?)null, error = new { code, message = words } });
    }
}
