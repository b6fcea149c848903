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
    /// <summary>A counting that takes the database longer is worth the memory, about 70 bytes a claim.</summary>
    public static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(100);

    // When more documents than these changed, all is read anew, beside whoever asks.
    private const int MostChanged = 1000;

    private static readonly IReadOnlyList<string> Names = ["type", "strength", "certainty", "polarity", "assert_mode", "asserter", "place", "is_headline", "document_kind", "publisher", "warrant"];

    private readonly Lock one = new();
    private HeldRows? held;
    private Task reading = Task.CompletedTask;
    private bool isTooVaried;

    /// <summary>Whether a question is about held values alone; which rows hold its words, the index of SQLite tells by their numbers.</summary>
    public bool CanCount(TableQuery query) => !isTooVaried && query is { AsOf: null, Table.IsHeld: true } && (query.Words is null || database.Kind == DatabaseKind.Sqlite)
        && query.Facets.All(facet => Names.Contains(facet.Name, StringComparer.Ordinal)) && query.Conditions.All(condition => Names.Contains(condition.Column.Name, StringComparer.Ordinal) && HeldColumn.Understands(condition));

    /// <summary>Begins to read the values, unless they are held or being read; nobody waits for it.</summary>
    public void Begin(QueryTable table)
    {
        lock (one)
        {
            // A thread of its own: SQLite never gives one back while it reads.
            if (held is null && reading.IsCompleted) reading = Task.Factory.StartNew(() => ReadAsync(table), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        }
    }

    /// <summary>Reads the values, or waits for who does already; whether it is done in time.</summary>
    public async Task<bool> ReadAsync(QueryTable table, TimeSpan patience, CancellationToken ct)
    {
        Begin(table);
        try
        {
            await reading.WaitAsync(patience, ct);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    /// <summary>Reads the values.</summary>
    public async Task ReadAsync(QueryTable table)
    {
        try
        {
            // Read before the rows: what changes in between is read twice rather than never.
            var (revision, _, _) = await RevisionAsync(default);
            var rows = new HeldRows(Names.Select(name => table.Column(name)!), revision);
            await foreach (var (document, place, values) in RowsAsync("queries/list-values", null, default)) rows.Add(document, place, values);
            held = rows;
        }
        catch (Exception none) when (none is DbException or HypeWatchException or ObjectDisposedException)
        {
            // Counted in the database then, as before; the next slow counting tries again, unless there are too many values.
            (held, isTooVaried) = (null, none is HypeWatchException);
        }
    }

    /// <summary>Counts; null when the values are not held, or when something was written past the program.</summary>
    public async Task<HeldNumbers?> CountAsync(TableQuery query, CancellationToken ct)
    {
        if (held is not { } rows || !CanCount(query) || (query.Words is not null && !rows.IsPlaced)) return null;
        var (revision, isBehind, places) = query.Words is { } words ? await MatchesAsync(words, ct) : await RevisionAsync(ct);
        if (isBehind || (revision > rows.Revision && !await RenewAsync(rows, revision, ct))) return null;
        lock (one)
        {
            // A later row may have the number of one that held the words.
            var isSame = query.Words is null ? rows.Revision >= revision : rows.Revision == revision && rows.IsPlaced;
            return isSame ? rows.Count(query, places) : null;
        }
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

        var fresh = new List<HeldRow>();
        await foreach (var row in RowsAsync("queries/list-changed-values", new { Revision = since }, ct)) fresh.Add(row);
        lock (one)
        {
            // Somebody else may have done the same meanwhile.
            if (rows.Revision == since) rows.Replace(changed, fresh, revision);
        }

        return true;
    }

    private async IAsyncEnumerable<HeldRow> RowsAsync(string name, object? values, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var connection = await database.OpenAsync(ct);
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(database.Sql[name], values, cancellationToken: ct));
        while (await reader.ReadAsync(ct))
            yield return new(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetInt64(1), [.. Enumerable.Range(2, Names.Count).Select(i => reader.GetValue(i) switch { DBNull => null, string text => text, var number => (object)Convert.ToInt64(number, CultureInfo.InvariantCulture) })]);
    }

    private async Task<(long Revision, bool IsBehind, string? Places)> RevisionAsync(CancellationToken ct) =>
        await database.FirstAsync("queries/find-value-revision", null, row => (row.Long("revision"), row.Bool("is_behind"), (string?)null), ct);

    private async Task<(long Revision, bool IsBehind, string? Places)> MatchesAsync(string words, CancellationToken ct) => await database.FirstAsync(
        "queries/list-matches-now", new { Search = SearchWords.Quote(words, database.Kind) }, row => (row.Long("revision"), row.Bool("is_behind"), row.TextOrNull("places") ?? ""), ct);
}
