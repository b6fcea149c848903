using System.Collections.Concurrent;

namespace HypeWatch.Http;

/// <summary>What a robots.txt says about an address.</summary>
/// <param name="Problem">Why it must not be read; null when it may.</param>
/// <param name="CrawlDelay">Wished pause between requests.</param>
internal sealed record RobotsVerdict(HttpAnswer? Problem, TimeSpan CrawlDelay);

/// <summary>Remembers the robots.txt of each origin for a day; one that could not be had is asked for again after ten minutes.</summary>
internal sealed class RobotsCache(HttpSettings settings, TimeProvider time)
{
    private static readonly TimeSpan FailurePause = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Judges an address.</summary>
    /// <param name="url">The address.</param>
    /// <param name="fetch">Reads a robots.txt, redirects included.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<RobotsVerdict> JudgeAsync(Uri url, Func<Uri, CancellationToken, Task<HttpAnswer>> fetch, CancellationToken ct)
    {
        var origin = url.GetLeftPart(UriPartial.Authority);
        if (!entries.TryGetValue(origin, out var entry) || time.GetElapsedTime(entry.ReadAt) >= entry.Lifetime)
        {
            entry = Remember(await fetch(new Uri(origin + "/robots.txt"), ct));
            entries[origin] = entry;
        }

        if (entry.Problem is { } problem) return new(problem, TimeSpan.Zero);
        return new(
            entry.Rules.Forbids(url.PathAndQuery) is { } rule ? new HttpAnswer.Refused($"{origin}/robots.txt disallows {rule}") : null,
            entry.Rules.CrawlDelay);
    }

    // RFC 9309 section 2.3.1: an answer of 4xx means no rules, an unreachable file means that nothing may be read. An address that we refuse ourselves
    // (a private host, say) is refused with that reason.
    private Entry Remember(HttpAnswer answer)
    {
        var whole = TimeSpan.FromHours(settings.RobotsCacheHours);
        return answer switch
        {
            HttpAnswer.Fetched fetched => new(Robots.Parse(fetched.Bytes.Span), null, time.GetTimestamp(), whole),
            HttpAnswer.TryLater later => new(Robots.AllowAll, later with { Reason = $"robots.txt could not be read: {later.Reason}" }, time.GetTimestamp(), FailurePause),
            HttpAnswer.Refused { ByServer: false } refused => new(Robots.AllowAll, refused, time.GetTimestamp(), FailurePause),
            _ => new(Robots.AllowAll, null, time.GetTimestamp(), whole),
        };
    }

    private sealed record Entry(Robots Rules, HttpAnswer? Problem, long ReadAt, TimeSpan Lifetime);
}
