using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
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

    private readonly Lock one = new();
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
            await foreach (var (document, values) in RowsAsync("queries/list-values", null, default)) rows.Add(document, values);
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
        if (held is not { } rows || !CanCount(query)) return null;
        var (revision, isBehind) = await RevisionAsync(ct);
        if (isBehind || (revision > rows.Revision && !await RenewAsync(rows, revision, ct))) return null;
        lock (one) return rows.Revision >= revision ? rows.Count(query) : null;
    }

    private async Task<bool> RenewAsync(HeldRows rows, long revision, CancellationToken ct)
    {
        var since = rows.Revision;
        var changed = await database.QueryAsync("queries/list-changed-documents", new { Revision = since }, row => row.Text("document_id"), ct);
        if (changed.Count > MostChanged || rows.IsWorn)
        {
            held = null;
            return false;
        }

        var fresh = new List<(string, object?[])>();
        await foreach (var row in RowsAsync("queries/list-changed-values", new { Revision = since }, ct)) fresh.Add(row);
        lock (one)
        {
            // Somebody else may have done the same meanwhile.
            if (rows.Revision == since) rows.Replace(changed, fresh, revision);
        }

        return true;
    }

    private async IAsyncEnumerable<(string Document, object?[] Values)> RowsAsync(string name, object? values, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(database.Sql[name], values, cancellationToken: ct));
        while (await reader.ReadAsync(ct))
            yield return (reader.GetString(0), [.. Enumerable.Range(1, Names.Count).Select(i => reader.GetValue(i) switch { DBNull => null, string text => text, var number => (object)Convert.ToInt64(number, CultureInfo.InvariantCulture) })]);
    }

    private async Task<(long Revision, bool IsBehind)> RevisionAsync(CancellationToken ct) =>
        await database.FirstAsync("queries/find-value-revision", null, row => (row.Long("revision"), row.Bool("is_behind")), ct);
}
