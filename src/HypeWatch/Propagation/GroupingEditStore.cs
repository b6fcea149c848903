using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Propagation;

/// <summary>Keeps people's corrections of the grouping, in the order in which they were made.</summary>
public sealed class GroupingEditStore(Database database, TimeProvider time)
{
    /// <summary>All corrections, the undone ones included, oldest first.</summary>
    public Task<IReadOnlyList<GroupingEdit>> ListAsync(CancellationToken ct) => database.QueryAsync(
        "propagation/list-grouping-edits",
        null,
        row => new GroupingEdit(
            row.Text("id"), row.Code<GroupingEditKind>("kind"), row.Text("document_url"), row.TextOrNull("into_url"), row.Text("made_by"), row.Text("reason"), row.Instant("made_at"),
            row.TextOrNull("undone_at") is { } undone ? Instant.Parse(undone) : null, row.TextOrNull("undone_by")),
        ct);

    /// <summary>Merges the release of one main text into that of another.</summary>
    public Task<GroupingEdit> MergeAsync(string document, string into, string by, string reason, CancellationToken ct) => SaveAsync(GroupingEditKind.Merge, document, into, by, reason, ct);

    /// <summary>Makes a document a release of its own.</summary>
    public Task<GroupingEdit> SplitAsync(string document, string by, string reason, CancellationToken ct) => SaveAsync(GroupingEditKind.Split, document, null, by, reason, ct);

    /// <summary>Takes a correction back.</summary>
    /// <returns>False when there is none of that id that still holds.</returns>
    public async Task<bool> UndoAsync(string id, string by, CancellationToken ct)
    {
        var undone = 0;
        await database.WriteAsync(
            async scope => undone = await scope.ExecuteAsync("propagation/undo-grouping-edit", new { Id = id, UndoneAt = Instant.Write(time.GetUtcNow()), UndoneBy = by }), ct);
        return undone == 1;
    }

    private async Task<GroupingEdit> SaveAsync(GroupingEditKind kind, string document, string? into, string by, string reason, CancellationToken ct)
    {
        var at = time.GetUtcNow();
        var edit = new GroupingEdit(ContentId.Of("grp", kind.ToCode(), document, into ?? "", Instant.Write(at)), kind, document, into, by, reason, at);
        await database.WriteAsync(
            scope => scope.ExecuteAsync("propagation/save-grouping-edit", new
            {
                edit.Id, Kind = kind.ToCode(), DocumentUrl = document, IntoUrl = into, MadeBy = by, Reason = reason, MadeAt = Instant.Write(at),
            }),
            ct);
        return edit;
    }
}
