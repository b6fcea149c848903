using System.Data.Common;
using Dapper;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Queries.Tables;

/// <summary>
/// Numbers of claims under conditions, from values that are held in memory: counting a million claims takes milliseconds there and seconds in the database. They are read once a counting was slow, so that small databases
/// never hold any, and beside whoever asked; from then on the documents that changed are read anew before each counting, so that the numbers are those of the rows.
/// </summary>
internal sealed class ValueColumns(Database database)
{
    /// <summary>A counting that takes the database longer is worth the memory, about 30 bytes a claim.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(100);

    // When more documents than these changed, all is read anew, beside whoever asks.
    private const int MostChanged = 1000;

    private static readonly IReadOnlyList<string> Names = ["type", "strength", "certainty", "polarity", "assert_mode", "asserter", "place", "is_headline", "document_kind", "publisher", "warrant"];

    private readonly SemaphoreSlim one = new(1, 1);
    private HeldRows? held;
    private int isReading;

    /// <summary>Whether a question is about held values alone.</summary>
    public static bool CanCount(TableQuery query) => query is { AsOf: null, Words: null, Table.IsHeld: true }
        && query.Facets.All(facet => Names.Contains(facet.Name, StringComparer.Ordinal)) && query.Conditions.All(condition => Names.Contains(condition.Column.Name, StringComparer.Ordinal) && HeldColumn.Understands(condition));

    /// <summary>Begins to read the values, unless they are held or being read; nobody waits for it.</summary>
    public void Begin(QueryTable table)
    {
        if (held is null && Interlocked.Exchange(ref isReading, 1) == 0) _ = Task.Run(() => ReadAsync(table));
    }

    /// <summary>Reads the values.</summary>
    public async Task ReadAsync(QueryTable table)
    {
        try
        {
            // Read before the rows: what changes in between is read twice rather than never.
            var (revision, _) = await RevisionAsync(default);
            var rows = new HeldRows(Names.Select(name => table.Column(name)!), revision);
            await AddAsync(rows, "queries/list-values", null, default);
            held = rows;
        }
        catch (Exception none) when (none is DbException or HypeWatchException or ObjectDisposedException)
        {
            // Counted in the database then, as before; the next slow counting tries again.
            held = null;
        }
        finally
        {
            Interlocked.Exchange(ref isReading, 0);
        }
    }

    /// <summary>Counts; null when the values are not held, or when something was written past the program.</summary>
    public async Task<HeldNumbers?> CountAsync(TableQuery query, CancellationToken ct)
    {
        if (held is null || !CanCount(query)) return null;
        await one.WaitAsync(ct);
        try
        {
            var (revision, isBehind) = await RevisionAsync(ct);
            if (isBehind || held is not { } rows) return null;
            if (revision != rows.Revision && !await RenewAsync(rows, revision, ct)) return null;
            return rows.Count(query);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<bool> RenewAsync(HeldRows rows, long revision, CancellationToken ct)
    {
        var since = new { rows.Revision };
        var changed = await database.QueryAsync("queries/list-changed-documents", since, row => row.Text("document_id"), ct);
        held = null;
        if (changed.Count > MostChanged || rows.IsWorn) return false;
        rows.Forget(changed, revision);
        await AddAsync(rows, "queries/list-changed-values", since, ct);
        // Half a renewal would be worse than none, so that it stands again only now.
        held = rows;
        return true;
    }

    private async Task AddAsync(HeldRows rows, string name, object? values, CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(database.Sql[name], values, cancellationToken: ct));
        await rows.AddAsync(reader, ct);
    }

    private async Task<(long Revision, bool IsBehind)> RevisionAsync(CancellationToken ct) =>
        await database.FirstAsync("queries/find-value-revision", null, row => (row.Long("revision"), row.Bool("is_behind")), ct);
}
