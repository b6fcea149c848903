using System.Collections.Concurrent;

namespace HypeWatch.Http;

/// <summary>
/// Lets one request at a time through to each service, with the pause that it is due after the one before. One limiter for the whole process, keyed by
/// the configured domain, so that all hosts of arXiv count as one service.
/// </summary>
internal sealed class HostPace(HttpSettings settings, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Line> lines = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the turn of a request; disposing the turn lets the next one in.</summary>
    /// <param name="url">Where the request goes.</param>
    /// <param name="crawlDelay">What the host's robots.txt wishes; the longer pause holds.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<IDisposable> TakeTurnAsync(Uri url, TimeSpan crawlDelay, CancellationToken ct)
    {
        // The user's own servers ask for no politeness.
        if (settings.IsAllowedPrivate(url.IdnHost, url.Port)) return new Turn(null);

        var (service, delay) = ServiceOf(url.IdnHost);
        var line = lines.GetOrAdd(service, _ => new());
        await line.Door.WaitAsync(ct);
        try
        {
            var pause = delay > crawlDelay ? delay : crawlDelay;
            if (line.LastEnd is { } last && pause - time.GetElapsedTime(last) is var left && left > TimeSpan.Zero) await Task.Delay(left, time, ct);
            return new Turn(() =>
            {
                line.LastEnd = time.GetTimestamp();
                line.Door.Release();
            });
        }
        catch
        {
            line.Door.Release();
            throw;
        }
    }

    private (string Service, TimeSpan Delay) ServiceOf(string host)
    {
        foreach (var (domain, seconds) in settings.HostDelays)
        {
            if (host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase))
                return (domain, TimeSpan.FromSeconds(seconds));
        }

        return (host, TimeSpan.FromSeconds(settings.HostDelaySeconds));
    }

    private sealed class Line
    {
        public SemaphoreSlim Door { get; } = new(1, 1);

        public long? LastEnd { get; set; }
    }

    private sealed class Turn(Action? end) : IDisposable
    {
        public void Dispose() => end?.Invoke();
    }
}
