using System.Collections.Concurrent;

namespace HypeWatch.Http;

/// <summary>A service is to be left alone for a while.</summary>
/// <param name="After">For how long.</param>
/// <param name="Reason">What it said.</param>
/// <param name="IsBlocked">Whether it turned this program away.</param>
internal sealed record HostRest(TimeSpan After, string Reason, bool IsBlocked);

/// <summary>The right to send one request. Disposing it lets the next one in.</summary>
internal sealed class HostTurn(HostStanding? standing, Func<Task>? end, HostRest? rest = null) : IAsyncDisposable
{
    /// <summary>How the service stood before; null when its requests are not counted.</summary>
    public HostStanding? Standing { get; } = standing;

    /// <summary>Set instead of a turn when the service is to be left alone.</summary>
    public HostRest? Rest { get; } = rest;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (end is not null) await end();
    }
}

/// <summary>
/// Lets one request at a time through to each service, with the pause that it is due after the one before. The limiter is shared by all workers on one ledger
/// and keyed by the configured domain, so that all hosts of arXiv count as one service.
/// </summary>
internal sealed class HostPace(HttpSettings settings, TimeProvider time, IHostLedger ledger)
{
    private static readonly TimeSpan ShortestLook = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LeaseMargin = TimeSpan.FromSeconds(10);

    // The steps that Sonarr and Prowlarr have proven in the field; the first failure costs no wait, since it may be the address's own.
    private static readonly int[] LadderMinutes = [0, 1, 5, 15, 30, 60, 180, 360, 720, 1440];

    // Whoever turned a program away does not want to be asked again in a minute: waiting is the only answer (a challenge is never solved).
    private static readonly int[] BlockedMinutes = [360, 720, 1440];

    private readonly ConcurrentDictionary<string, SemaphoreSlim> doors = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the turn of a request.</summary>
    /// <param name="url">Where the request goes.</param>
    /// <param name="crawlDelay">What the host's robots.txt wishes; the longer pause holds.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<HostTurn> TakeTurnAsync(Uri url, TimeSpan crawlDelay, CancellationToken ct)
    {
        if (ServiceOf(url) is not { } service) return new HostTurn(null, null);
        var pause = service.Delay > crawlDelay ? service.Delay : crawlDelay;
        // Of each process only one worker at a time looks into the ledger, so that they do not wake each other in vain.
        var door = doors.GetOrAdd(service.Name, _ => new SemaphoreSlim(1, 1));
        await door.WaitAsync(ct);
        try
        {
            while (true)
            {
                var now = time.GetUtcNow();
                var (standing, isTaken) = await ledger.TryTakeAsync(service.Name, now, now.AddSeconds(settings.DeadlineSeconds) + LeaseMargin, ct);
                if (isTaken) return new HostTurn(standing, () => GiveBackAsync(service.Name, pause, door));
                if (standing.WaitUntil is { } until && until > now)
                {
                    door.Release();
                    return new HostTurn(standing, null, new(until - now, standing.Reason ?? "it failed before", standing.IsBlocked));
                }

                // Another process's request may end earlier than its lease.
                var left = standing.FreeAt - now;
                await Task.Delay(left < ShortestLook ? ShortestLook : left > LongestLook ? LongestLook : left, time, ct);
            }
        }
        catch
        {
            door.Release();
            throw;
        }
    }

    // Given back even when the caller was cancelled: others wait for it.
    private async Task GiveBackAsync(string service, TimeSpan pause, SemaphoreSlim door)
    {
        try
        {
            await ledger.GiveBackAsync(service, time.GetUtcNow() + pause, CancellationToken.None);
        }
        finally
        {
            door.Release();
        }
    }

    /// <summary>Notes that a service answered.</summary>
    /// <param name="url">What was asked.</param>
    /// <param name="before">How it stood before the request.</param>
    /// <param name="ct">Ends the attempt.</param>
    public async Task AnsweredAsync(Uri url, HostStanding? before, CancellationToken ct)
    {
        if (before is { Failures: > 0 } or { WaitUntil: not null } && ServiceOf(url) is { } service) await ledger.NoteAsync(service.Name, HostStanding.New, ct);
    }

    /// <summary>Notes that a service failed, and leaves it alone for the next step of the ladder, or for as long as it wishes.</summary>
    /// <param name="url">What was asked.</param>
    /// <param name="after">The server's wish; null when it stated none.</param>
    /// <param name="reason">What it said.</param>
    /// <param name="isBlocked">Whether it turned this program away.</param>
    /// <param name="ct">Ends the attempt.</param>
    /// <returns>How long to wait; null when the ladder asks for none.</returns>
    public async Task<TimeSpan?> FailedAsync(Uri url, TimeSpan? after, string reason, bool isBlocked, CancellationToken ct)
    {
        if (ServiceOf(url) is not { } service) return after;
        var now = time.GetUtcNow();
        var failures = (await ledger.FindAsync(service.Name, ct)).Failures + 1;
        var ladder = isBlocked ? BlockedMinutes : LadderMinutes;
        var step = TimeSpan.FromMinutes(ladder[Math.Min(failures - 1, ladder.Length - 1)]);
        var wait = after > step ? after.Value : step;
        await ledger.NoteAsync(service.Name, new(now, wait > TimeSpan.Zero ? now + wait : null, failures, reason, isBlocked), ct);
        return wait > TimeSpan.Zero ? wait : null;
    }

    // The user's own servers ask for no politeness, unless he set a pause for them.
    private (string Name, TimeSpan Delay)? ServiceOf(Uri url)
    {
        var host = url.IdnHost;
        foreach (var (domain, seconds) in settings.HostDelays)
        {
            if (host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && (host.Length == domain.Length || host[^(domain.Length + 1)] == '.'))
                return (domain.ToLowerInvariant(), TimeSpan.FromSeconds(seconds));
        }

        return settings.IsAllowedPrivate(host, url.Port) ? null : (host.ToLowerInvariant(), TimeSpan.FromSeconds(settings.HostDelaySeconds));
    }
}
