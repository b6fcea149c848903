using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace HypeWatch.Http;

/// <summary>
/// The only place that makes requests to other people's servers. It names itself, obeys robots.txt, keeps a pause per host, asks conditionally, repeats
/// little, and never connects to an address that is not public, unless the user named the host as his own. Redirects are followed by hand, each hop under
/// the same rules.
/// </summary>
public sealed class PoliteHttp : IDisposable
{
    /// <summary>Wait after a failure for which the server stated none.</summary>
    internal static readonly TimeSpan DefaultPause = TimeSpan.FromMinutes(15);

    // Many more than are asked at once, so that a host is not let go of between two requests to it.
    private const int MostHostsInPool = 256;

    private readonly HttpSettings settings;
    private readonly TimeProvider time;
    private readonly ILogger<PoliteHttp> log;
    private readonly HttpMessageInvoker invoker;
    private readonly HttpAttempt attempt;
    private readonly HostPace pace;
    private readonly RobotsCache robots;
    private readonly ApiAttempt api;
    private readonly ResiliencePipeline<AttemptEnd> retries;

    /// <summary>Makes the client; it is shared by the whole process.</summary>
    public PoliteHttp(IOptions<HttpSettings> options, TimeProvider time, ILogger<PoliteHttp> log, IHostLedger ledger)
        : this(options, time, log, ledger, null)
    {
    }

    /// <summary>Makes a client whose requests are answered by something else than the network.</summary>
    internal PoliteHttp(IOptions<HttpSettings> options, TimeProvider time, ILogger<PoliteHttp> log, IHostLedger ledger, HttpMessageHandler? answers)
    {
        settings = options.Value;
        this.time = time;
        this.log = log;
        invoker = new(answers ?? new BoundedPools(Sockets, MostHostsInPool));
        attempt = new(invoker, settings, time);
        pace = new(settings, time, ledger);
        robots = new(settings, time);
        api = new(invoker, settings, pace, time);
        retries = Retries();
    }

    /// <summary>Fetches an address with GET.</summary>
    /// <param name="url">Absolute http or https address.</param>
    /// <param name="purpose">What is asked for.</param>
    /// <param name="previous">Validators of the version that is already there; null to fetch in any case.</param>
    /// <param name="ct">Ends the request, and any wait before it.</param>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public async Task<HttpAnswer> GetAsync(Uri url, HttpPurpose purpose, HttpValidators? previous, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        var answer = await FollowAsync(url, purpose, previous, ct);
        if (answer is HttpAnswer.Fetched fetched)
            log.LogDebug("Fetched {Url} {Bytes} bytes in {Millis} ms", url, fetched.Bytes.Length, (long)time.GetElapsedTime(started).TotalMilliseconds);
        else
            log.LogDebug("Not fetched {Url}: {Answer} in {Millis} ms", url, answer, (long)time.GetElapsedTime(started).TotalMilliseconds);
        return answer;
    }

    /// <summary>Asks a web API. Whatever it answers is a value; what an error means is for the caller to say.</summary>
    /// <param name="request">The question.</param>
    /// <param name="ct">Ends the request, and any wait before it.</param>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public async Task<ApiAnswer> AskAsync(ApiRequest request, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        var answer = await api.AskAsync(request, ct);
        log.LogDebug("Asked {Url}: {Status} {Bytes} bytes in {Millis} ms", request.Url, answer.Status, answer.Body.Length, (long)time.GetElapsedTime(started).TotalMilliseconds);
        return answer;
    }

    /// <inheritdoc/>
    public void Dispose() => invoker.Dispose();

    private async Task<HttpAnswer> FollowAsync(Uri first, HttpPurpose purpose, HttpValidators? previous, CancellationToken ct)
    {
        var url = first;
        for (var hop = 0; hop <= settings.MaxRedirects; hop++)
        {
            if (Problem(url) is { } problem) return new HttpAnswer.Refused(problem);
            if (await GuardedConnection.ProxiedProblemAsync(url, settings, ct) is { } inside) return new HttpAnswer.Refused(inside);
            var crawlDelay = TimeSpan.Zero;
            if (purpose != HttpPurpose.Robots)
            {
                var verdict = await robots.JudgeAsync(url, (file, token) => FollowAsync(file, HttpPurpose.Robots, null, token), ct);
                if (verdict.Problem is not null) return verdict.Problem;
                crawlDelay = verdict.CrawlDelay;
            }

            switch (await SendAsync(url, purpose, previous, crawlDelay, ct))
            {
                case AttemptEnd.Done done:
                    return done.Answer;
                case AttemptEnd.Transient transient:
                    return new HttpAnswer.TryLater(await pace.FailedAsync(url, transient.After, transient.Reason, isBlocked: false, ct) ?? DefaultPause, transient.Reason);
                case AttemptEnd.Blocked blocked:
                    await pace.FailedAsync(url, null, blocked.Reason, isBlocked: true, ct);
                    return new HttpAnswer.Refused(blocked.Reason) { ByServer = true, IsBlock = true };
                case AttemptEnd.Moved moved:
                    if (!Uri.TryCreate(url, moved.Location, out var next)) return new HttpAnswer.Refused($"{url} redirects to no valid address") { ByServer = true };
                    if (RedirectProblem(settings, url, next) is { } why) return new HttpAnswer.Refused(why) { ByServer = true };
                    url = next;
                    break;
            }
        }

        return new HttpAnswer.Refused(FormattableString.Invariant($"{first} redirects more than {settings.MaxRedirects} times")) { ByServer = true };
    }

    private async Task<AttemptEnd> SendAsync(Uri url, HttpPurpose purpose, HttpValidators? previous, TimeSpan crawlDelay, CancellationToken ct) =>
        await retries.ExecuteAsync(
            async token =>
            {
                await using var turn = await pace.TakeTurnAsync(url, crawlDelay, token);
                if (turn.Rest is { } rest) return new AttemptEnd.Done(Resting(url, rest));
                var end = await attempt.SendAsync(url, purpose, previous, token);
                if (end is AttemptEnd.Done { Answer: HttpAnswer.Fetched or HttpAnswer.NotModified or HttpAnswer.Gone }) await pace.AnsweredAsync(url, turn.Standing, token);
                return end;
            },
            ct);

    private static HttpAnswer Resting(Uri url, HostRest rest)
    {
        var reason = FormattableString.Invariant($"{url.IdnHost} is left alone for {Math.Ceiling(rest.After.TotalMinutes)} more minutes: {rest.Reason}");
        return rest.IsBlocked ? new HttpAnswer.Refused(reason) { ByServer = true, IsBlock = true } : new HttpAnswer.TryLater(rest.After, reason);
    }

    internal static string? Problem(Uri url)
    {
        if (!url.IsAbsoluteUri) return $"'{url}' is no absolute address";
        if (url.Scheme is not ("http" or "https")) return $"{url.Scheme}: addresses are not fetched";
        if (url.UserInfo.Length > 0) return $"the address at {url.IdnHost} carries credentials";
        return null;
    }

    internal static string? RedirectProblem(HttpSettings settings, Uri from, Uri to)
    {
        if (Problem(to) is { } problem) return $"{from} redirects to an address that is not fetched: {problem}";
        if (from.Scheme == "https" && to.Scheme == "http") return $"{from} redirects from https to http";
        // Leave to reach the user's own servers is his, not that of any page which points there.
        if (settings.IsAllowedPrivate(to.IdnHost, to.Port) && !settings.IsAllowedPrivate(from.IdnHost, from.Port))
            return $"{from} redirects to {to.Authority}, a server of your own";
        return null;
    }

    private SocketsHttpHandler Sockets() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectCallback = (context, ct) => GuardedConnection.OpenAsync(context.DnsEndPoint, settings, null, ct),
        ConnectTimeout = TimeSpan.FromSeconds(settings.ConnectSeconds),
        MaxResponseHeadersLength = settings.MaxHeaderKilobytes,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,
        // No trace headers: what we do among ourselves is no business of other people's servers.
        ActivityHeadersPropagator = null,
        // A proxy from the environment would be connected to in place of the server, past the check of its address: only the configured one is used.
        UseProxy = settings.Proxy is not null,
        Proxy = settings.Proxy is null ? null : new WebProxy(settings.Proxy),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(settings.KeepAliveSeconds),
    };

    private ResiliencePipeline<AttemptEnd> Retries()
    {
        if (settings.Retries == 0) return ResiliencePipeline<AttemptEnd>.Empty;
        var longest = TimeSpan.FromSeconds(settings.MaxRetryWaitSeconds);
        return new ResiliencePipelineBuilder<AttemptEnd> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<AttemptEnd>
            {
                MaxRetryAttempts = settings.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(settings.RetryBaseSeconds),
                MaxDelay = longest,
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result is AttemptEnd.Transient transient && !(transient.After > longest)),
                DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Result as AttemptEnd.Transient)?.After),
            })
            .Build();
    }
}
