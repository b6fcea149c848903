using HypeWatch.Storage;

namespace HypeWatch.Http;

/// <summary>The ledger in the database, shared by all processes and machines that use it.</summary>
public sealed class StoredHostLedger(Database database, RunStamp stamp) : IHostLedger
{
    /// <inheritdoc/>
    public async Task<(HostStanding Standing, bool IsTaken)> TryTakeAsync(string service, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken ct)
    {
        var isTaken = false;
        var standing = HostStanding.New;
        await database.WriteAsync(
            async scope =>
            {
                // One statement decides: where two ask at once the second one's condition is looked at after the first one's row is written.
                var taken = await scope.ExecuteAsync("http/take-turn", new { Service = service, Now = Instant.Write(now), LeaseUntil = Instant.Write(leaseUntil), Holder = stamp.RunId });
                isTaken = taken == 1;
                var rows = await scope.QueryAsync("http/find-service", new { Service = service }, Map);
                if (rows is [var row, ..]) standing = row;
            },
            ct);
        return (standing, isTaken);
    }

    /// <inheritdoc/>
    public Task GiveBackAsync(string service, DateTimeOffset freeAt, CancellationToken ct) => database.WriteAsync(
        scope => scope.ExecuteAsync("http/give-turn-back", new { Service = service, FreeAt = Instant.Write(freeAt), Holder = stamp.RunId }), ct);

    /// <inheritdoc/>
    public Task NoteAsync(string service, HostStanding standing, CancellationToken ct) => database.WriteAsync(
        scope => scope.ExecuteAsync("http/note-service", new
        {
            Service = service, FreeAt = Instant.Write(DateTimeOffset.UnixEpoch), WaitUntil = standing.WaitUntil is { } until ? Instant.Write(until) : null, standing.Failures, standing.Reason,
            IsBlocked = standing.IsBlocked ? 1 : 0,
        }),
        ct);

    /// <inheritdoc/>
    public async Task<HostStanding> FindAsync(string service, CancellationToken ct) =>
        await database.FirstAsync("http/find-service", new { Service = service }, Map, ct) ?? HostStanding.New;

    private static HostStanding Map(Row row) => new(
        row.Instant("free_at"), row.TextOrNull("wait_until") is { } until ? Instant.Parse(until) : null, row.Int("failures"), row.TextOrNull("reason"), row.Bool("is_blocked"));
}
