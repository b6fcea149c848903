namespace HypeWatch.Http;

/// <summary>What is known of a service, which is a host or a configured domain with all its hosts.</summary>
/// <param name="FreeAt">When the next request may begin.</param>
/// <param name="WaitUntil">Until when it is left alone; null when it is not.</param>
/// <param name="Failures">How often in a row it failed.</param>
/// <param name="Reason">What it said when it failed last.</param>
/// <param name="IsBlocked">Whether it turned this program away, rather than asked it to be slower.</param>
public sealed record HostStanding(DateTimeOffset FreeAt, DateTimeOffset? WaitUntil, int Failures, string? Reason, bool IsBlocked)
{
    /// <summary>Nothing is known.</summary>
    public static HostStanding New { get; } = new(DateTimeOffset.MinValue, null, 0, null, false);
}

/// <summary>
/// Keeps the turns and the standing of every service, for all workers that share it. A turn is exclusive: while one worker has it no other gets one,
/// and the pause begins when it is given back.
/// </summary>
public interface IHostLedger
{
    /// <summary>Asks for a turn.</summary>
    /// <param name="service">The service.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="leaseUntil">When the turn ends by itself, should its holder die.</param>
    /// <param name="ct">Ends the asking.</param>
    /// <returns>The standing before the turn, and whether the turn is given. A service that is to be left alone gives none.</returns>
    Task<(HostStanding Standing, bool IsTaken)> TryTakeAsync(string service, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken ct);

    /// <summary>Gives a turn back.</summary>
    /// <param name="service">The service.</param>
    /// <param name="freeAt">When the next request may begin.</param>
    /// <param name="ct">Ends the attempt.</param>
    Task GiveBackAsync(string service, DateTimeOffset freeAt, CancellationToken ct);

    /// <summary>Notes how a service has been doing.</summary>
    /// <param name="service">The service.</param>
    /// <param name="standing">Its standing; <see cref="HostStanding.FreeAt"/> is not touched.</param>
    /// <param name="ct">Ends the attempt.</param>
    Task NoteAsync(string service, HostStanding standing, CancellationToken ct);

    /// <summary>The standing of a service.</summary>
    Task<HostStanding> FindAsync(string service, CancellationToken ct);
}
