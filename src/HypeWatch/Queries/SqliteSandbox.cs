using System.Runtime.InteropServices;
using Dapper;
using HypeWatch.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace HypeWatch.Queries;

/// <summary>
/// A reader's SQL on SQLite. A connection opened read-only is no wall: it can attach other files and write a copy of the database. So every statement passes an
/// authorizer (<see href="https://www.sqlite.org/c3ref/set_authorizer.html"/>) that allows reading the views, searching and computing, and nothing else; a progress handler ends
/// what runs too long, since neither a command's timeout nor a cancelled token does; and lengths are limited before a value is made.
/// </summary>
internal sealed class SqliteSandbox(DataDirectory directory, SqlLibrary library, TimeProvider time) : IReadOnlySql
{
    private const int OpsBetweenLooks = 1000;
    private const int LimitLength = 0, LimitSqlLength = 1, LimitExpressionDepth = 3, LimitLikePattern = 8;

    // Of the full-text tables only what finds rows: the words of claims in earlier versions stand in them too, and the views hold those of current ones alone.
    private static readonly string[] Searched = ["claims_search", "prior_works_search"];
    private static readonly string[] FindingColumns = ["id", "rank", "ROWID"];
    private static readonly string[] Readable = ["json_each", "json_tree"];
    private static readonly string[] RefusedFunctions = ["load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "snippet", "highlight"];

    public Task<SqlAnswer> RunAsync(string sql, IReadOnlyDictionary<string, string?> parameters, SqlSettings limits, bool isPublic, CancellationToken ct) =>
        // SQLite works in the caller's thread; the web's threads are not for that.
        Task.Run(() => Run(sql, parameters, limits, isPublic, ct), ct);

    private SqlAnswer Run(string sql, IReadOnlyDictionary<string, string?> parameters, SqlSettings limits, bool isPublic, CancellationToken ct)
    {
        if (DefinedViews.Has(sql)) throw new SqlRefusedException("names that end in _v are those of the views: give what WITH defines another name");
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = directory.DatabaseFile, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        if (isPublic) connection.Execute(library["storage/configure-public"]);
        var handle = connection.Handle!;
        var started = time.GetTimestamp();
        _ = Limit(handle, LimitLength, limits.MaxValueBytes);
        _ = Limit(handle, LimitSqlLength, 100_000);
        _ = Limit(handle, LimitExpressionDepth, 100);
        _ = Limit(handle, LimitLikePattern, 200);
        raw.sqlite3_progress_handler(
            handle, OpsBetweenLooks, _ => time.GetElapsedTime(started).TotalMilliseconds > limits.MaxMilliseconds || ct.IsCancellationRequested ? 1 : 0, null);
        // What the search reads behind its tables, it asks for by statements of its own: while it opens them, which is brought about here, and while the reader's statement runs.
        raw.sqlite3_exec(handle, library["queries/open-search"]);
        var isPreparing = true;
        raw.sqlite3_set_authorizer(
            handle, (strdelegate_authorizer)((_, action, first, second, _, inside) => Allows(action, first, second, inside) || (!isPreparing && IsBehindSearch(action, first)) ? raw.SQLITE_OK : raw.SQLITE_DENY), null);
        var prepared = raw.sqlite3_prepare_v2(handle, sql, out var statement, out var tail);
        isPreparing = false;
        using (statement)
        {
            if (prepared != raw.SQLITE_OK) throw Refused(handle, prepared, limits);
            if (statement.IsInvalid) throw new SqlRefusedException("there is no statement: write one SELECT");
            if (!string.IsNullOrWhiteSpace(tail)) throw new SqlRefusedException("only one statement at a time: remove what follows the first");
            Bind(statement, parameters);
            return Read(handle, statement, limits);
        }
    }

    private static bool Allows(int action, string? first, string? second, string? inside) => action switch
    {
        raw.SQLITE_SELECT or raw.SQLITE_RECURSIVE => true,
        // "load_extension" is off by default; named here so that it stays so.
        raw.SQLITE_FUNCTION => !RefusedFunctions.Contains(second, StringComparer.OrdinalIgnoreCase),
        // An empty column means that rows are counted and nothing of them is read; a common table expression is asked for in that form too.
        raw.SQLITE_READ => second is "" || IsReadable(first, second) || inside?.EndsWith("_v", StringComparison.Ordinal) == true,
        // Full-text search asks for this pragma by itself; without an argument it reads a counter.
        raw.SQLITE_PRAGMA => first == "data_version" && second is null,
        _ => false,
    };

    private static bool IsReadable(string? table, string? column) => table is not null
        && (table.EndsWith("_v", StringComparison.Ordinal) || Readable.Contains(table, StringComparer.Ordinal) || (Searched.Contains(table, StringComparer.Ordinal) && (column == table || FindingColumns.Contains(column, StringComparer.Ordinal))));

    private static bool IsBehindSearch(int action, string? table) =>
        action == raw.SQLITE_READ && table is not null && Searched.Any(name => table == name || table.StartsWith(name + "_", StringComparison.Ordinal));

    private static void Bind(sqlite3_stmt statement, IReadOnlyDictionary<string, string?> parameters)
    {
        for (var i = 1; i <= raw.sqlite3_bind_parameter_count(statement); i++)
        {
            var name = raw.sqlite3_bind_parameter_name(statement, i).utf8_to_string()?.TrimStart(':', '@', '$') ?? "";
            if (!parameters.TryGetValue(name, out var value)) throw new SqlRefusedException($"no value for the parameter '{name}'");
            if (value is null) raw.sqlite3_bind_null(statement, i);
            else if (long.TryParse(value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number)) raw.sqlite3_bind_int64(statement, i, number);
            else raw.sqlite3_bind_text(statement, i, value);
        }
    }

    private static SqlAnswer Read(sqlite3 handle, sqlite3_stmt statement, SqlSettings limits)
    {
        var width = raw.sqlite3_column_count(statement);
        List<string> columns = [.. Enumerable.Range(0, width).Select(i => raw.sqlite3_column_name(statement, i).utf8_to_string())];
        var rows = new List<IReadOnlyList<object?>>();
        while (true)
        {
            var step = raw.sqlite3_step(statement);
            if (step == raw.SQLITE_DONE) return new(columns, rows, Truncated: false);
            if (step != raw.SQLITE_ROW) throw Refused(handle, step, limits);
            if (rows.Count == limits.MaxRows) return new(columns, rows, Truncated: true);
            rows.Add([.. Enumerable.Range(0, width).Select(i => Value(statement, i))]);
        }
    }

    private static object? Value(sqlite3_stmt statement, int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(statement, column) is var number && double.IsFinite(number) ? number : null,
        raw.SQLITE_TEXT => raw.sqlite3_column_text(statement, column).utf8_to_string(),
        raw.SQLITE_BLOB => Convert.ToHexString(raw.sqlite3_column_blob(statement, column)),
        _ => null,
    };

    private static SqlRefusedException Refused(sqlite3 handle, int code, SqlSettings limits) => code switch
    {
        raw.SQLITE_INTERRUPT => new(FormattableString.Invariant($"stopped after {limits.MaxMilliseconds} ms (Sql:MaxMilliseconds): ask for less, or raise the limit")),
        raw.SQLITE_AUTH => new($"not allowed: {raw.sqlite3_errmsg(handle).utf8_to_string()}; only SELECT over the views whose names end in _v"),
        raw.SQLITE_TOOBIG => new(FormattableString.Invariant($"a value or the statement is too long (Sql:MaxValueBytes is {limits.MaxValueBytes})")),
        _ => new(raw.sqlite3_errmsg(handle).utf8_to_string()),
    };

    // The managed binding does not have this one.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_limit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int Limit(sqlite3 db, int id, int value);
}
