using System.Net;

namespace HypeWatch.Http;

/// <summary>
/// Makes the web client of the configured language model: the one other way out of this program besides the polite client for pages. Its host is the
/// operator's own choice and may be private; any other host is refused, redirects and cookies are not followed, and an answer is cut off at a size.
/// </summary>
public static class ModelHttp
{
    /// <summary>Largest answer that is read, in bytes after decompression: far more than the longest reply, far less than would hurt.</summary>
    internal const int LargestAnswer = 16 * 1024 * 1024;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Makes the client.</summary>
    /// <param name="endpoint">The configured address; requests may go to its scheme, host and port only.</param>
    /// <param name="timeout">How long one request may take, its answer included.</param>
    public static HttpClient Create(Uri endpoint, TimeSpan timeout)
    {
        var sockets = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        return new(new OneOrigin(endpoint, sockets)) { Timeout = timeout };
    }

    private sealed class OneOrigin(Uri endpoint, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri is not { } uri || Uri.Compare(uri, endpoint, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) != 0)
                throw new HttpRequestException($"the language model's client may only call {endpoint.GetLeftPart(UriPartial.Authority)}");
            var response = await base.SendAsync(request, cancellationToken);
            // Read here, whatever the caller asked for: so the client's timeout covers the body too, and a stream without end has one.
            await response.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            return response;
        }
    }
}
