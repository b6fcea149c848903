using System.Net.Http.Headers;
using System.Text;
using Polly;
using Polly.Retry;

namespace HypeWatch.Http;

/// <summary>
/// Asks a web API within all limits of <see cref="HttpSettings"/>. robots.txt is not asked: it speaks to crawlers of pages (RFC 9309 section 1), and these
/// addresses are documented for programs. The pause per service is kept as everywhere. A server that says "too many" is not asked again at once.
/// </summary>
internal sealed class ApiAttempt(HttpMessageInvoker invoker, HttpSettings settings, HostPace pace, TimeProvider time)
{
    private const int LongestErrorBytes = 64 * 1024;

    private readonly ResiliencePipeline<ApiAnswer> retries = settings.Retries == 0 ? ResiliencePipeline<ApiAnswer>.Empty : new ResiliencePipelineBuilder<ApiAnswer> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<ApiAnswer>
        {
            MaxRetryAttempts = settings.Retries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(settings.RetryBaseSeconds),
            MaxDelay = TimeSpan.FromSeconds(settings.MaxRetryWaitSeconds),
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is { } answer && IsWorthAnotherTry(answer)),
        })
        .Build();

    /// <summary>Asks, follows redirects of a GET, and repeats what may pass. Only cancellation is thrown.</summary>
    public async Task<ApiAnswer> AskAsync(ApiRequest request, CancellationToken ct)
    {
        var asked = request;
        for (var hop = 0; hop <= settings.MaxRedirects; hop++)
        {
            if (PoliteHttp.Problem(asked.Url) is { } problem) return ApiAnswer.None(asked.Url, problem, isPassing: false);
            var answer = await retries.ExecuteAsync(token => new ValueTask<ApiAnswer>(OnceAsync(asked, token)), ct);
            if (IsFailure(answer)) await pace.FailedAsync(asked.Url, RetryAfter(answer), FormattableString.Invariant($"{asked.Url.IdnHost} answered {answer.Status}"), isBlocked: false, ct);
            if (answer.Status is not (301 or 302 or 303 or 307 or 308) || asked.Body is not null) return answer;
            if (!answer.Headers.TryGetValue("Location", out var location) || !Uri.TryCreate(asked.Url, location, out var next))
                return answer with { Problem = $"{asked.Url} redirects to no valid address" };
            if (PoliteHttp.RedirectProblem(settings, asked.Url, next) is { } why) return answer with { Problem = why };
            // The key was given for one origin.
            asked = request with { Url = next, Credential = Uri.Compare(request.Url, next, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0 ? request.Credential : null };
        }

        return ApiAnswer.None(asked.Url, FormattableString.Invariant($"{request.Url} redirects more than {settings.MaxRedirects} times"), isPassing: false);
    }

    // A wall before one way into a service says nothing about the others, such as its feed; the source that met it decides what to do.
    private static bool IsFailure(ApiAnswer answer) =>
        answer.Status is 429 or >= 500 and <= 599 && Challenge.Find(answer.Status, answer.Headers, HttpPurpose.Feed, answer.Body.Span) is null;

    private TimeSpan? RetryAfter(ApiAnswer answer) => answer.Headers.TryGetValue("Retry-After", out var text) && RetryConditionHeaderValue.TryParse(text, out var stated)
        ? stated.Delta ?? stated.Date - time.GetUtcNow()
        : null;

    private static bool IsWorthAnotherTry(ApiAnswer answer) => answer is { Problem: not null, IsPassing: true } or { Status: 408 or 500 or 502 or 503 or 504 } && !answer.Headers.ContainsKey("Retry-After");

    private async Task<ApiAnswer> OnceAsync(ApiRequest request, CancellationToken ct)
    {
        await using var turn = await pace.TakeTurnAsync(request.Url, TimeSpan.Zero, ct);
        if (turn.Rest is { } rest)
        {
            return ApiAnswer.None(request.Url, FormattableString.Invariant($"{request.Url.IdnHost} is left alone for {Math.Ceiling(rest.After.TotalMinutes)} more minutes: {rest.Reason}"), !rest.IsBlocked)
                with { Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Retry-After"] = FormattableString.Invariant($"{Math.Ceiling(rest.After.TotalSeconds)}") } };
        }

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(settings.DeadlineSeconds), time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        try
        {
            using var message = Message(request);
            using var response = await invoker.SendAsync(message, linked.Token);
            var answer = await ReadAsync(response, request.Url, linked.Token);
            if (!IsFailure(answer)) await pace.AnsweredAsync(request.Url, turn.Standing, ct);
            return answer;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ApiAnswer.None(request.Url, FormattableString.Invariant($"{request.Url} did not answer in full within {settings.DeadlineSeconds} s"), isPassing: true);
        }
        catch (HttpRequestException exception) when (exception.GetBaseException() is DestinationRefusedException refused)
        {
            return ApiAnswer.None(request.Url, refused.Message, isPassing: false);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException)
        {
            return ApiAnswer.None(request.Url, $"{request.Url}: {exception.GetBaseException().Message}", exception is not InvalidDataException);
        }
    }

    private HttpRequestMessage Message(ApiRequest request)
    {
        var address = request.Credential is { IsInQuery: true } key
            ? new UriBuilder(request.Url) { Query = $"{request.Url.Query.TrimStart('?')}{(request.Url.Query.Length > 1 ? "&" : "")}{key.Name}={Uri.EscapeDataString(key.Value)}" }.Uri
            : request.Url;
        var message = new HttpRequestMessage(request.Body is null ? HttpMethod.Get : HttpMethod.Post, address);
        message.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        if (request.Credential is { IsInQuery: false } header) message.Headers.TryAddWithoutValidation(header.Name, header.Value);
        if (request.Body is { } body) message.Content = new StringContent(body, Encoding.UTF8, request.BodyType);
        return message;
    }

    private async Task<ApiAnswer> ReadAsync(HttpResponseMessage response, Uri url, CancellationToken ct)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)) headers.TryAdd(name, values.ToString());
        var status = (int)response.StatusCode;
        var limit = status is >= 200 and < 300 ? settings.MaxBodyBytes : LongestErrorBytes;
        var answer = new ApiAnswer(status, ReadOnlyMemory<byte>.Empty, headers.GetValueOrDefault("Content-Type", ""), headers, url);

        var (bytes, isLonger) = await BoundedBody.ReadAsync(response, limit, ct);
        return isLonger && limit != LongestErrorBytes
            ? answer with { Problem = FormattableString.Invariant($"{url} is larger than {limit} bytes (Http:MaxBodyBytes)") }
            : answer with { Body = bytes };
    }
}
