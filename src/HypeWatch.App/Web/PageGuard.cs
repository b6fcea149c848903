using HypeWatch.Digests;

namespace HypeWatch.App.Web;

/// <summary>
/// What holds for every answer: only hosts that are ours are served (a page elsewhere whose name was pointed at this machine is refused), nothing is loaded from elsewhere, no script runs, no other page
/// may frame ours, and nothing is sniffed.
/// </summary>
internal static class PageGuard
{
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds the guard.</summary>
    public static void UsePageGuard(this WebApplication app)
    {
        var own = app.Services.GetRequiredService<DigestSettings>().BaseUrl is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host : null;
        app.Use(async (context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (!IsOwn(context.Request.Host.Host, own))
            {
                context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
                await context.Response.WriteAsync("This server answers to its own name only: set Digest:BaseUrl to the address by which readers reach it.\n");
                return;
            }

            await next(context);
        });
    }

    /// <summary>Whether a host is this machine's, or the one of the settings.</summary>
    /// <param name="host">The host, without a port.</param>
    /// <param name="own">The host of the settings; null for none.</param>
    public static bool IsOwn(string host, string? own) => host is "127.0.0.1" or "localhost" or "[::1]" || host.Equals(own, StringComparison.OrdinalIgnoreCase);

    /// <summary>For a page that is drawn like a mail, whose styles stand beside the words since mail programs strip style sheets.</summary>
    public static void AllowOwnStyles(HttpResponse response) => response.Headers.ContentSecurityPolicy = Policy.Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal);
}
