namespace HypeWatch.Http;

/// <summary>A ledger of one process, for work that has no database.</summary>
public sealed class MemoryHostLedger : IHostLedger
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, HostStanding> services = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public Task<(HostStanding Standing, bool IsTaken)> TryTakeAsync(string service, DateTimeOffset now, DateTimeOffset leaseUntil, CancellationToken ct)
    {
        lock (gate)
        {
            var standing = services.GetValueOrDefault(service) ?? HostStanding.New;
            if (standing.FreeAt > now || standing.WaitUntil > now) return Task.FromResult((standing, false));
            services[service] = standing with { FreeAt = leaseUntil };
            return Task.FromResult((standing, true));
        }
    }

    /// <inheritdoc/>
    public Task GiveBackAsync(string service, DateTimeOffset freeAt, CancellationToken ct)
    {
        lock (gate) services[service] = (services.GetValueOrDefault(service) ?? HostStanding.New) with { FreeAt = freeAt };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task NoteAsync(string service, HostStanding standing, CancellationToken ct)
    {
        lock (gate) services[service] = standing with { FreeAt = (services.GetValueOrDefault(service) ?? HostStanding.New).FreeAt };
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<HostStanding> FindAsync(string service, CancellationToken ct)
    {
        lock (gate) return Task.FromResult(services.GetValueOrDefault(service) ?? HostStanding.New);
    }
}
