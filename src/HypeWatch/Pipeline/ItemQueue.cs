using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Pipeline;

/// <summary>The announced items. A lease on each keeps two processes from working on the same one; the lease of a process that died is taken over.</summary>
public sealed class ItemQueue(Database database, TimeProvider time, RunStamp stamp)
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(15);

    /// <summary>Adds items that are new, and those that their source sent whole and that have changed; all others stay as they are.</summary>
    /// <returns>The number of new and changed ones.</returns>
    public async Task<int> AnnounceAsync(IReadOnlyList<SourceItem> items, CancellationToken ct)
    {
        var added = 0;
        await database.WriteAsync(async scope => added = await AnnounceAsync(items, scope), ct);
        return added;
    }

    /// <summary>Adds items that are new, as part of a transaction.</summary>
    /// <returns>The number of new ones.</returns>
    public static async Task<int> AnnounceAsync(IReadOnlyList<SourceItem> items, WriteScope scope)
    {
        var added = 0;
        foreach (var item in items) added += await scope.ExecuteAsync("pipeline/announce-item", Parameters(item));
        // What is known already is not read again, but how it was received may be counted anew.
        await scope.ExecuteManyAsync("pipeline/save-reception", items.Where(item => item.Metadata.Reception is { } known && (known.Score ?? known.Replies) is not null), item => new
        {
            item.Key, item.Source, item.Metadata.Reception!.Score, item.Metadata.Reception.Replies,
        });
        return added;
    }

    /// <summary>Queues an item that was read to its end to be read again.</summary>
    public static Task ReadAgainAsync(string key, WriteScope scope) => scope.ExecuteAsync("pipeline/read-again", new { Key = key });

    /// <summary>Items that are waiting, or whose time to be tried again has come, or that a dead process left behind.</summary>
    public Task<IReadOnlyList<QueuedItem>> DueAsync(CancellationToken ct) =>
        database.QueryAsync("pipeline/list-due-items", new { Now = Instant.Write(time.GetUtcNow()) }, Map, ct);

    /// <summary>All items.</summary>
    public Task<IReadOnlyList<QueuedItem>> ListAsync(CancellationToken ct) => database.QueryAsync("pipeline/list-items", null, Map, ct);

    /// <summary>An item; null when it was never announced.</summary>
    public Task<QueuedItem?> FindAsync(string key, CancellationToken ct) => database.FirstAsync("pipeline/find-item", new { Key = key }, Map, ct);

    /// <summary>Takes an item for this process.</summary>
    /// <param name="item">The item.</param>
    /// <param name="onlyDue">Whether it is left when it is not due any more, because another process has read it since the list was made.</param>
    /// <param name="ct">Stops waiting.</param>
    /// <returns>False when another living process works on it, or has done so.</returns>
    public async Task<bool> TakeAsync(SourceItem item, bool onlyDue, CancellationToken ct)
    {
        var taken = false;
        await database.WriteAsync(
            async scope =>
            {
                await scope.ExecuteAsync("pipeline/announce-item", Parameters(item));
                var seen = (await scope.QueryAsync("pipeline/find-item", new { item.Key }, Map))[0];
                if (seen.State == ItemState.Running && IsAlive(seen)) return;
                if (onlyDue && seen.State is not (ItemState.Pending or ItemState.Running) && !(seen.State is ItemState.Retry && seen.DueAt <= time.GetUtcNow())) return;
                taken = await scope.ExecuteAsync("pipeline/lease-item", new
                {
                    item.Key, item.Url, Metadata = ModelJson.Write(item.Metadata), Owner = stamp.RunId, LeaseUntil = Instant.Write(time.GetUtcNow() + LeaseTime),
                    SeenOwner = seen.Owner ?? "", SeenLease = seen.LeaseUntil is { } until ? Instant.Write(until) : "",
                }) == 1;
            },
            ct);
        return taken;
    }

    /// <summary>Gives an item back with its outcome.</summary>
    public Task FinishAsync(SourceItem item, DocumentOutcome outcome, CancellationToken ct) => database.WriteAsync(
        scope => scope.ExecuteAsync("pipeline/finish-item", new
        {
            item.Key, State = outcome.State.ToCode(), outcome.Stage, outcome.Reason, Owner = stamp.RunId, DueAt = Instant.Write(time.GetUtcNow() + (outcome.RetryAfter ?? TimeSpan.Zero)),
            DocumentId = outcome.Version?.Document.Id.Value, VersionId = outcome.Version?.Id.Value,
        }),
        ct);

    private static object Parameters(SourceItem item) => new { item.Key, item.Url, item.Source, Metadata = ModelJson.Write(item.Metadata), ContentSha256 = item.Metadata.Content?.Sha256, item.Metadata.Parent };

    private static QueuedItem Map(Row row) => new(
        new SourceItem(row.Text("url"), row.Text("key"), row.Text("source"), row.Json<ItemMetadata>("metadata")), row.Code<ItemState>("state"), row.TextOrNull("stage"),
        row.TextOrNull("reason"), row.Int("attempts"), row.TextOrNull("owner"), row.TextOrNull("lease_until") is { } until ? Instant.Parse(until) : null,
        row.IdOrNull<DocumentId>("document_id"), row.IdOrNull<VersionId>("version_id"))
    {
        DueAt = row.Instant("due_at"),
    };

    // A process of this machine can be asked for; one of another machine is trusted until its lease ends.
    private bool IsAlive(QueuedItem item)
    {
        if (item.Owner is not { } owner || item.LeaseUntil is not { } until || until <= time.GetUtcNow()) return false;
        return owner == stamp.RunId || !RunOwner.IsDeadOnThisMachine(owner);
    }
}
