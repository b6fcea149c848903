using System.Globalization;
using Dapper;
using HypeWatch.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace HypeWatch.Queries.Tables;

/// <summary>Answers questions to tables, on both databases, within the limits of <see cref="QuerySettings"/>.</summary>
public sealed class TableReader(Database database, IOptions<QuerySettings> settings, TimeProvider time)
{
    private const int OpsBetweenLooks = 10_000;

    private readonly QuerySettings limits = settings.Value;

    /// <summary>A page with its number of rows and its facets.</summary>
    /// <exception cref="QueryException">The question took too long.</exception>
    public async Task<TablePage> ReadAsync(TableQuery query, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        var (rows, next) = await RowsAsync(query, ct);
        using var late = Limit(limits.CountMilliseconds);
        // SQLite reads without ever waiting, so that each counting needs a thread of its own. A first page that is the last one has counted itself.
        var all = next is null && query is { After: null, Skip: 0 } ? Task.FromResult<long?>(rows.Count) : Task.Run(() => CountAsync(query, late.Token, ct), ct);
        var (facets, timedOut) = await FacetsAsync(query, late.Token, ct);
        return new(query, rows, next, await all, facets, timedOut, time.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>The numbers of rows by value alone, and the columns of which they could not be counted in time.</summary>
    public async Task<(IReadOnlyList<Facet> Facets, IReadOnlyList<string> TimedOut)> FacetsAsync(TableQuery query, CancellationToken ct)
    {
        using var late = Limit(limits.CountMilliseconds);
        return await FacetsAsync(query, late.Token, ct);
    }

    /// <summary>A page alone: its rows, and where the next one begins.</summary>
    /// <exception cref="QueryException">The question took too long.</exception>
    public async Task<(IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, string? Next)> RowsAsync(TableQuery query, CancellationToken ct)
    {
        var statement = new TableStatement(query, database.Sql, database.Kind);
        using var late = Limit(limits.MaxMilliseconds);
        var found = await RunAsync(statement.Rows(), statement.Parameters, late.Token, ct)
            ?? throw new QueryException(FormattableString.Invariant($"the question took longer than {limits.MaxMilliseconds} ms (Queries:MaxMilliseconds): ask for less, or raise the limit"));
        var hasMore = found.Count > query.Size;
        if (hasMore) found.RemoveAt(query.Size);
        var next = hasMore ? PageToken.Write(query.Order, found[^1]) : null;
        return ([.. found.Select(row => query.Table.Columns.ToDictionary(column => column.Name, column => row[column.Name], StringComparer.Ordinal))], next);
    }

    /// <summary>Pages one after the other until the last, or until a number of rows; each with where the next begins.</summary>
    /// <param name="query">The question; its size is that of a page.</param>
    /// <param name="mostRows">When at least this many rows were given, no further page is read.</param>
    /// <param name="ct">Stops it.</param>
    public async IAsyncEnumerable<(IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, string? Next)> PagesAsync(
        TableQuery query, int mostRows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var given = 0;
        for (var at = query; ;)
        {
            var page = await RowsAsync(at, ct);
            yield return page;
            given += page.Rows.Count;
            if (page.Next is not { } next || given >= mostRows) yield break;
            at = at with { After = PageToken.Read(next, at.Order), Skip = 0 };
        }
    }

    private async Task<(IReadOnlyList<Facet> Facets, IReadOnlyList<string> TimedOut)> FacetsAsync(TableQuery query, CancellationToken late, CancellationToken ct)
    {
        var counted = await Task.WhenAll(query.Facets.Select(column => Task.Run(() => FacetAsync(query, column, late, ct), ct)));
        return ([.. counted.OfType<Facet>()], [.. query.Facets.Zip(counted).Where(pair => pair.Second is null).Select(pair => pair.First.Name)]);
    }

    private async Task<long?> CountAsync(TableQuery query, CancellationToken late, CancellationToken ct) =>
        await CountedAsync(query, statement => statement.KeptCount(), statement => statement.Count(), late, ct) is [var row, ..] ? (long)row["number"]! : null;

    private async Task<Facet?> FacetAsync(TableQuery query, QueryColumn column, CancellationToken late, CancellationToken ct)
    {
        if (await CountedAsync(query, statement => statement.KeptValues(column, limits.FacetValues), statement => statement.CountValues(column, limits.FacetValues), late, ct) is not { } rows) return null;
        var values = rows.Take(limits.FacetValues).Select(row =>
        {
            var (link, isSelected) = query.Toggle(column, Read(column, row["value"]));
            return new FacetValue(Read(column, row["value"]), (long)row["number"]!, isSelected, link);
        });
        return new(column, [.. values], rows.Count > limits.FacetValues);
    }

    // Kept numbers where there are some that are up to date, else the rows themselves are counted.
    private async Task<List<IReadOnlyDictionary<string, object?>>?> CountedAsync(
        TableQuery query, Func<TableStatement, string> kept, Func<TableStatement, string> counted, CancellationToken late, CancellationToken ct)
    {
        var statement = new TableStatement(query, database.Sql, database.Kind);
        if (statement.IsKept && await RunAsync(kept(statement), statement.Parameters, late, ct) is { Count: > 0 } rows) return rows;
        statement = new(query, database.Sql, database.Kind);
        return await RunAsync(counted(statement), statement.Parameters, late, ct);
    }

    // Kept values are texts.
    private static object? Read(QueryColumn column, object? value) =>
        value is string text && column.Type is (ColumnType.Integer or ColumnType.Truth) ? long.Parse(text, CultureInfo.InvariantCulture) : value;

    // What is limited is the machine's own time, whatever the clock of the service says.
    private static CancellationTokenSource Limit(int milliseconds) => new(TimeSpan.FromMilliseconds(milliseconds));

    /// <summary>The rows of a statement; null when it took too long.</summary>
    private async Task<List<IReadOnlyDictionary<string, object?>>?> RunAsync(string text, DynamicParameters values, CancellationToken late, CancellationToken ct)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late, ct);
        await using var connection = await database.OpenAsync(ct);
        try
        {
            // SQLite looks at no token by itself.
            if (connection is SqliteConnection sqlite) raw.sqlite3_progress_handler(sqlite.Handle, OpsBetweenLooks, _ => either.IsCancellationRequested ? 1 : 0, null);
            var rows = await connection.QueryAsync(new CommandDefinition(text, values, cancellationToken: either.Token));
            return [.. rows.Select(row => Plain((IDictionary<string, object?>)row))];
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SqliteException { SqliteErrorCode: raw.SQLITE_INTERRUPT })
        {
            ct.ThrowIfCancellationRequested();
            return null;
        }
        finally
        {
            // The connection goes back to the pool, and to somebody else's statement.
            if (connection is SqliteConnection used) raw.sqlite3_progress_handler(used.Handle, 0, null, null);
        }
    }

    // The drivers give different number types; texts, whole numbers and real numbers are all there is.
    private static Dictionary<string, object?> Plain(IDictionary<string, object?> row) => row.ToDictionary(
        pair => pair.Key,
        pair => pair.Value switch
        {
            null or DBNull => null,
            string text => text,
            double or float or decimal => Convert.ToDouble(pair.Value, CultureInfo.InvariantCulture),
            _ => (object?)Convert.ToInt64(pair.Value, CultureInfo.InvariantCulture),
        },
        StringComparer.Ordinal);
}
