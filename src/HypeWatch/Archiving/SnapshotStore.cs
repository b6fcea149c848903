using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Archiving;

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
