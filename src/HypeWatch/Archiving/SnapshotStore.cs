using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Archiving;

/// <summary>One fetch that yielded a body.</summary>
/// <param name="Id">Follows from the snapshot and the time.</param>
/// <param name="Snapshot">What was read.</param>
/// <param name="Url">The address that was asked for.</param>
/// <param name="At">UTC instant.</param>
/// <param name="Sha256">Hash of the body.</param>
/// <param name="Exchange">What was sent and what came back.</param>
public sealed record StoredFetch(string Id, SnapshotId Snapshot, string Url, DateTimeOffset At, string Sha256, WebExchange Exchange);

/// <summary>Keeps what was fetched and when; the bytes lie in the archive.</summary>
public sealed class SnapshotStore(Database database) : IResultStore<Snapshot>
{
    /// <inheritdoc/>
    public string IdOf(Snapshot result) => result.Id.Value;

    /// <inheritdoc/>
    public Task SaveAsync(Snapshot result, WriteScope scope) => scope.ExecuteAsync("archiving/save-snapshot", new
    {
        Id = result.Id.Value, ItemKey = result.Item.Key, result.Item.Url, result.Item.Source, Metadata = ModelJson.Write(result.Item.Metadata),
        FetchedAt = Instant.Write(result.FetchedAt), result.Sha256, result.Length, result.ContentType, result.ETag, result.LastModified,
    });

    /// <summary>Keeps a snapshot, and that it was fetched: the bytes of many fetches may be the same, and each of them is told.</summary>
    public async Task SaveAsync(FetchOutcome.Fetched fetched, WriteScope scope)
    {
        var snapshot = fetched.Snapshot;
        await SaveAsync(snapshot, scope);
        if (fetched.Exchange is not { } exchange) return;
        await scope.ExecuteAsync("archiving/save-fetch", new
        {
            Id = ContentId.Of("fch", snapshot.Id.Value, Instant.Write(snapshot.FetchedAt)), SnapshotId = snapshot.Id.Value, ItemKey = snapshot.Item.Key, snapshot.Item.Url, FinalUrl = exchange.FinalUrl.AbsoluteUri,
            FetchedAt = Instant.Write(snapshot.FetchedAt), snapshot.Sha256, exchange.Status, RequestHeaders = ModelJson.Write(exchange.RequestHeaders), ResponseHeaders = ModelJson.Write(exchange.ResponseHeaders),
        });
    }

    /// <summary>The fetches of an item, oldest first; null gives those of all items.</summary>
    public Task<IReadOnlyList<StoredFetch>> FetchesAsync(string? itemKey, CancellationToken ct) => database.QueryAsync(
        "archiving/list-fetches",
        new { ItemKey = itemKey },
        row => new StoredFetch(
            row.Text("id"), row.Id<SnapshotId>("snapshot_id"), row.Text("url"), row.Instant("fetched_at"), row.Text("sha256"),
            new(new Uri(row.Text("final_url")), row.Int("status"), row.Json<Dictionary<string, string>>("request_headers"), row.Json<Dictionary<string, string>>("response_headers"))),
        ct);

    /// <inheritdoc/>
    public Task<Snapshot?> LoadAsync(string id, CancellationToken ct) => database.FirstAsync("archiving/find-snapshot", new { Id = id }, Map, ct);

    /// <summary>The newest snapshot of an item; null when it was never fetched.</summary>
    public Task<Snapshot?> LatestAsync(string itemKey, CancellationToken ct) =>
        database.FirstAsync("archiving/find-latest-snapshot", new { ItemKey = itemKey }, Map, ct);

    /// <summary>All snapshots.</summary>
    public Task<IReadOnlyList<Snapshot>> ListAsync(CancellationToken ct) => database.QueryAsync("archiving/list-snapshots", null, Map, ct);

    private static Snapshot Map(Row row) => new(
        row.Id<SnapshotId>("id"), new SourceItem(row.Text("url"), row.Text("item_key"), row.Text("source"), row.Json<ItemMetadata>("metadata")),
        row.Instant("fetched_at"), row.Text("sha256"), row.Long("length"), row.Text("content_type"), row.TextOrNull("etag"), row.TextOrNull("last_modified"));
}
