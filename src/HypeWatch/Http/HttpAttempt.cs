using System.Globalization;
using System.Net.Http.Headers;

namespace HypeWatch.Http;

/// <summary>How one request, without redirects and repetitions, ended.</summary>
internal abstract record AttemptEnd
{
    private AttemptEnd()
    {
    }

    /// <summary>Nothing more to do.</summary>
    public sealed record Done(HttpAnswer Answer) : AttemptEnd;

    /// <summary>The server points elsewhere.</summary>
    public sealed record Moved(string? Location) : AttemptEnd;

    /// <summary>A failure that may pass.</summary>
    /// <param name="After">The server's wish; null when it stated none.</param>
    /// <param name="Reason">What went wrong.</param>
    public sealed record Transient(TimeSpan? After, string Reason) : AttemptEnd;

    /// <summary>The server turned this program away.</summary>
    /// <param name="Reason">What it said.</param>
    public sealed record Blocked(string Reason) : AttemptEnd;
}

/// <summary>Sends one request and reads its answer within all limits.</summary>
internal sealed class HttpAttempt(HttpMessageInvoker invoker, HttpSettings settings, TimeProvider time)
{
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromDays(1);

    public async Task<AttemptEnd> SendAsync(Uri url, HttpPurpose purpose, HttpValidators? previous, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(settings.DeadlineSeconds), time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            using var request = Request(url, purpose, previous);
            using var response = await invoker.SendAsync(request, linked.Token);
            return await ReadAsync(response, request.Headers, url, purpose, previous is not null, linked.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Either our deadline or the handler's connect time-out; asking a dripping server again would only cost the same time again.
            return new AttemptEnd.Done(new HttpAnswer.TryLater(PoliteHttp.DefaultPause, deadline.IsCancellationRequested
                ? FormattableString.Invariant($"{url} did not answer in full within {settings.DeadlineSeconds} s")
                : FormattableString.Invariant($"{url.IdnHost} accepted no connection within {settings.ConnectSeconds} s")));
        }
        catch (HttpRequestException exception) when (exception.GetBaseException() is DestinationRefusedException refused)
        {
            return new AttemptEnd.Done(new HttpAnswer.Refused(refused.Message));
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            return new AttemptEnd.Done(new HttpAnswer.Refused(FormattableString.Invariant($"{url} answered with headers longer than {settings.MaxHeaderKilobytes} kB")));
        }
        catch (InvalidDataException)
        {
            return new AttemptEnd.Done(new HttpAnswer.Refused($"{url} answered with a damaged compressed body"));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new AttemptEnd.Transient(null, $"{url}: {exception.GetBaseException().Message}");
        }
    }

    private HttpRequestMessage Request(Uri url, HttpPurpose purpose, HttpValidators? previous)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        request.Headers.TryAddWithoutValidation("Accept", ContentTypes.AcceptHeader(purpose));
        // Stored validators came from a server: what is no header value is left out by the framework, which refuses line breaks.
        if (previous?.ETag is { } etag) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        if (previous?.LastModified is { } modified) request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        return request;
    }

    private async Task<AttemptEnd> ReadAsync(
        HttpResponseMessage response, HttpRequestHeaders sent, Uri url, HttpPurpose purpose, bool conditional, CancellationToken ct)
    {
        var status = (int)response.StatusCode;
        if (status is 401 or 403 or 429 or 503)
        {
            var head = await HeadAsync(response, ct);
            if (purpose is not HttpPurpose.Robots && Challenge.Find(status, Values(response), purpose, head.Span) is { } mark)
                return new AttemptEnd.Blocked(FormattableString.Invariant($"{url} answered {status}, and {mark}: this program is turned away, and leaves the server alone"));
        }

        var said = FormattableString.Invariant($"{url} answered {status} {Printable(response.ReasonPhrase)}").TrimEnd();
        switch (status)
        {
            case 200 or 203:
                return new AttemptEnd.Done(await BodyAsync(response, sent, url, purpose, ct));
            case 301 or 302 or 303 or 307 or 308:
                return new AttemptEnd.Moved(Header(response, "Location"));
            case 304 when conditional:
                return new AttemptEnd.Done(new HttpAnswer.NotModified());
            case 404 or 410:
                return new AttemptEnd.Done(new HttpAnswer.Gone(said));
            case 408 or 429 or (>= 500 and <= 599):
                return new AttemptEnd.Transient(RetryAfter(response), said);
            default:
                return new AttemptEnd.Done(new HttpAnswer.Refused(said) { ByServer = true });
        }
    }

    private async Task<HttpAnswer> BodyAsync(HttpResponseMessage response, HttpRequestHeaders sent, Uri url, HttpPurpose purpose, CancellationToken ct)
    {
        var type = response.Content.Headers.ContentType;
        var stated = Header(response, "Content-Type");
        if (!ContentTypes.Accepts(purpose, type?.MediaType ?? (string.IsNullOrWhiteSpace(stated) ? null : stated)))
            return new HttpAnswer.Refused($"{url} is {Printable(stated)}, which is not read as a {purpose.ToString().ToLowerInvariant()}");

        var limit = purpose == HttpPurpose.Robots ? Robots.MaxBytes : settings.MaxBodyBytes;
        var (bytes, isLonger) = await BoundedBody.ReadAsync(response, limit, ct);
        // RFC 9309 section 2.5: the head of an endless robots.txt counts.
        if (isLonger && purpose is not HttpPurpose.Robots) return new HttpAnswer.Refused(FormattableString.Invariant($"{url} is larger than {limit} bytes (Http:MaxBodyBytes)"));

        var headers = Values(response);
        if (purpose is HttpPurpose.Document or HttpPurpose.Index && settings.HonourOptOuts && MiningRights.Find(headers, bytes) is { } reserved)
            return new HttpAnswer.Refused($"{url}: {reserved}");
        return new HttpAnswer.Fetched(
            bytes, type?.ToString() ?? "application/octet-stream", Header(response, "ETag"), Header(response, "Last-Modified"), url)
        {
            Status = (int)response.StatusCode, RequestHeaders = Values(sent), Headers = headers,
        };
    }

    private static async Task<ReadOnlyMemory<byte>> HeadAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var head = new byte[Challenge.LookedAtBytes];
        await using var stream = await response.Content.ReadAsStreamAsync(ct);
        try
        {
            return head.AsMemory(0, await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct));
        }
        catch (InvalidDataException)
        {
            // A damaged body beside a refusal: the refusal stands.
            return ReadOnlyMemory<byte>.Empty;
        }
    }

    private static Dictionary<string, string> Values(HttpResponseMessage response)
    {
        var values = Values(response.Headers);
        foreach (var (name, value) in Values(response.Content.Headers)) values.TryAdd(name, value);
        return values;
    }

    private static Dictionary<string, string> Values(HttpHeaders headers)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in headers.NonValidated) values[name] = value.ToString();
        return values;
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        var after = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return after is { } wait ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, 0, LongestRetryAfter.Ticks)) : null;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) || response.Content.Headers.NonValidated.TryGetValues(name, out values)
            ? values.FirstOrDefault()
            : null;

    // A server's words end in logs and on the screen: at most a line of printable characters.
    private static string Printable(string? text) =>
        string.Concat((text ?? "").Take(80).Where(c => !char.IsControl(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format));
}
