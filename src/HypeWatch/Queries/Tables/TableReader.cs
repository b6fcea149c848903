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
    // The databases differ in where what has no value comes.
    private readonly IComparer<object?> order = Comparer<object?>.Create((a, b) => (a, b) switch
    {
        (null, null) => 0, (null, _) => database.Kind == DatabaseKind.Sqlite ? -1 : 1, (_, null) => database.Kind == DatabaseKind.Sqlite ? 1 : -1,
        (string left, string right) => string.CompareOrdinal(left, right), _ => Comparer<object>.Default.Compare(a, b),
    });

    private readonly ValueColumns columns = new(database);
    private int countings;
    private readonly SearchCap cap = new(database, settings.Value, time);

    /// <summary>A page with its number of rows and its facets.</summary>
    /// <exception cref="QueryException">The question took too long.</exception>
    public async Task<TablePage> ReadAsync(TableQuery query, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        // Where few rows are, is known of those that are held: they need not be looked for among all.
        var held = query.Words is null ? await HeldAsync(query, ct) : null;
        var (rows, next, isApproximate) = held is { All: 0 } ? ([], null, false) : await BestAsync(held is { Documents: { } few } ? Within(query, few) : query, ct);
        // Counting all that hold common words costs what ranking them would.
        if (isApproximate) return new(query, rows, next, null, [], [.. query.Facets.Select(column => column.Name)], time.GetElapsedTime(started).TotalMilliseconds, true);
        // A first page that is the last one has counted itself.
        var isWhole = next is null && query is { After: null, Skip: 0 };
        if (query.Words is not null && !(isWhole && query.Facets.Count == 0)) held = await HeldAsync(query, ct);
        if (held is { } numbers) return new(query, rows, next, numbers.All, numbers.Facets, [], time.GetElapsedTime(started).TotalMilliseconds);
        if (isWhole && query.Facets.Count == 0) return new(query, rows, next, rows.Count, [], [], time.GetElapsedTime(started).TotalMilliseconds);
        if (!columns.CanCount(query) || IsKept(query)) return await CountedAsync(query, rows, next, started, ct);
        try
        {
            // Who counts alone does so in the database. Many who do would take all of the machine until none is in time: these read the values once for all.
            if (Interlocked.Increment(ref countings) > 1 && !await columns.ReadAsync(query.Table, TimeSpan.FromMilliseconds(limits.CountMilliseconds), ct))
                return new(query, rows, next, isWhole ? rows.Count : null, [], [.. query.Facets.Select(column => column.Name)], time.GetElapsedTime(started).TotalMilliseconds);
            if (await HeldAsync(query, ct) is { } read) return new(query, rows, next, read.All, read.Facets, [], time.GetElapsedTime(started).TotalMilliseconds);
            var counting = time.GetTimestamp();
            var page = await CountedAsync(query, rows, next, started, ct);
            if (time.GetElapsedTime(counting) > ValueColumns.Slow) columns.Begin(query.Table);
            return page;
        }
        finally
        {
            Interlocked.Decrement(ref countings);
        }
    }

    private async Task<TablePage> CountedAsync(TableQuery query, IReadOnlyList<IReadOnlyDictionary<string, object?>> rows, string? next, long started, CancellationToken ct)
    {
        using var late = Limit(limits.CountMilliseconds);
        // SQLite reads without ever waiting, so that each counting needs a thread of its own.
        var all = next is null && query is { After: null, Skip: 0 } ? Task.FromResult<long?>(rows.Count) : Task.Run(() => CountAsync(query, late.Token, ct), ct);
        var (facets, timedOut) = await FacetsAsync(query, late.Token, ct);
        return new(query, rows, next, await all, facets, timedOut, time.GetElapsedTime(started).TotalMilliseconds);
    }

    /// <summary>Holds the counted values of a table in memory from now on, instead of from the first slow counting on.</summary>
    internal Task HoldAsync(QueryTable table) => columns.ReadAsync(table);

    /// <summary>The numbers of rows by value alone, and the columns of which they could not be counted in time.</summary>
    public async Task<(IReadOnlyList<Facet> Facets, IReadOnlyList<string> TimedOut)> FacetsAsync(TableQuery query, CancellationToken ct)
    {
        using var late = Limit(limits.CountMilliseconds);
        return await FacetsAsync(query, late.Token, ct);
    }

    /// <summary>A page alone, of all rows: its rows, and where the next one begins.</summary>
    /// <exception cref="QueryException">The question took too long.</exception>
    public Task<(IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, string? Next)> RowsAsync(TableQuery query, CancellationToken ct) => RowsAsync(query, SearchPart.All, ct);

    private async Task<(IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, string? Next, bool IsApproximate)> BestAsync(TableQuery query, CancellationToken ct)
    {
        (IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, string? Next) found = ([], null);
        var isApproximate = false;
        await foreach (var part in cap.PartsAsync(query, ct))
        {
            (found, isApproximate) = (await RowsAsync(query, part, ct), part.IsApproximate);
            // More rows than fit on the page: those that were not looked at come after them.
            if (found.Next is not null) break;
        }

        return (found.Rows, found.Next, isApproximate);
    }

    private async Task<(IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, string? Next)> RowsAsync(TableQuery query, SearchPart part, CancellationToken ct)
    {
        var statement = new TableStatement(query, database.Sql, database.Kind, part);
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

    private async Task<(long All, IReadOnlyList<Facet> Facets, IReadOnlyList<string>? Documents)?> HeldAsync(TableQuery query, CancellationToken ct)
    {
        if (IsKept(query) || await columns.CountAsync(query, ct) is not { } numbers) return null;
        return (numbers.All, [.. query.Facets.Zip(numbers.ByValue, (column, values) => Counted(query, column, [.. values.OrderByDescending(value => value.Number).ThenBy(value => value.Value, order).Take(limits.FacetValues + 1)]))], numbers.Documents);
    }

    // Kept numbers are those of all flags, also of those that the public does not see.
    private bool IsKept(TableQuery query) => new TableStatement(query, database.Sql, database.Kind).IsKept && !(database.IsPublic && query.Table.View == "flags_v");

    private static TableQuery Within(TableQuery query, IReadOnlyList<string> documents) => query with { Conditions = [.. query.Conditions, new(query.Table.Column("document_id")!, FilterOperator.In, documents, "in")] };

    private Facet Counted(TableQuery query, QueryColumn column, IReadOnlyList<(object? Value, long Number)> values) => new(
        column,
        [
            .. values.Take(limits.FacetValues).Select(value =>
            {
                var (link, isSelected) = query.Toggle(column, value.Value);
                return new FacetValue(value.Value, value.Number, isSelected, link);
            }),
        ],
        values.Count > limits.FacetValues);

    private async Task<Facet?> FacetAsync(TableQuery query, QueryColumn column, CancellationToken late, CancellationToken ct)
    {
        if (await CountedAsync(query, statement => statement.KeptValues(column, limits.FacetValues), statement => statement.CountValues(column, limits.FacetValues), late, ct) is not { } rows) return null;
        return Counted(query, column, [.. rows.Select(row => (Read(column, row["value"]), (long)row["number"]!))]);
    }

    // Kept numbers where there are some that are up to date, else the rows themselves are counted.
    private async Task<List<IReadOnlyDictionary<string, object?>>?> CountedAsync(
        TableQuery query, Func<TableStatement, string> kept, Func<TableStatement, string> counted, CancellationToken late, CancellationToken ct)
    {
        var statement = new TableStatement(query, database.Sql, database.Kind);
        if (IsKept(query) && await RunAsync(kept(statement), statement.Parameters, late, ct) is { Count: > 0 } rows) return rows;
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
