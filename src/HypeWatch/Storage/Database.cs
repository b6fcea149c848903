using System.Data.Common;
using Dapper;
using HypeWatch.Model;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace HypeWatch.Storage;

/// <summary>
/// The one door to the database. Reads go in parallel; writes are transactions, one at a time within a process for SQLite, whose
/// other processes wait for the busy timeout. All SQL comes from <see cref="SqlLibrary"/>.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>SQLite's result code for a file of another sort (<see href="https://www.sqlite.org/rescode.html#notadb"/>).</summary>
    private const int NotADatabase = 26;

    private readonly SemaphoreSlim writer = new(1, 1);
    private readonly NpgsqlDataSource? postgres, publicPostgres;
    private readonly string sqliteConnection;
    private readonly AsyncLocal<bool> isPublic = new();
    private readonly RunStamp stamp;
    private readonly Lazy<bool> folder;

    /// <summary>Prepares the database of the settings; touches nothing yet. The first opening makes the data directory, and refuses a network file system.</summary>
    /// <exception cref="HypeWatchException">The settings do not name a usable database.</exception>
    public Database(StorageSettings settings, DataDirectory directory, RunStamp stamp)
    {
        this.stamp = stamp;
        Kind = settings.Provider;
        Sql = new(Kind);
        sqliteConnection = "";
        folder = new(() => true);
        if (settings.BusyTimeoutSeconds is < 1 or > 600) throw new HypeWatchException("Storage:BusyTimeoutSeconds must lie between 1 and 600");
        if (Kind == DatabaseKind.Postgres)
        {
            if (string.IsNullOrWhiteSpace(settings.ConnectionString))
                throw new HypeWatchException("Storage:ConnectionString is empty: set it (HypeWatch__Storage__ConnectionString) or choose Storage:Provider sqlite");
            postgres = NpgsqlDataSource.Create(settings.ConnectionString);
            publicPostgres = Narrowed(settings.ConnectionString);
            Description = $"PostgreSQL {new NpgsqlConnectionStringBuilder(settings.ConnectionString).Host}";
            return;
        }

        folder = new(() =>
        {
            Make(directory.Path);
            NetworkFileSystem.Refuse(directory.Path);
            return true;
        });
        Description = $"SQLite {directory.DatabaseFile}";
        sqliteConnection = new SqliteConnectionStringBuilder
        {
            DataSource = directory.DatabaseFile, ForeignKeys = true, DefaultTimeout = settings.BusyTimeoutSeconds, Pooling = true,
        }.ToString();
    }

    /// <summary>Which sort of database this is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>The SQL files for it.</summary>
    public SqlLibrary Sql { get; }

    /// <summary>What to tell a user about where the data lie.</summary>
    public string Description { get; }

    /// <summary>Whether what is read now is for the public: see <see cref="ReadAsPublic"/>.</summary>
    public bool IsPublic => isPublic.Value;

    /// <summary>
    /// From now on, to the end of the caller's asynchronous method, the names of the tables and views of flags stand for those that a reviewer confirmed, whatever statement reads them: so no door can forget it.
    /// </summary>
    public void ReadAsPublic() => isPublic.Value = true;

    /// <summary>Opens a connection with the settings that every statement relies on.</summary>
    public Task<DbConnection> OpenAsync(CancellationToken ct) => OpenAsync(IsPublic, ct);

    private async Task<DbConnection> OpenAsync(bool narrowed, CancellationToken ct)
    {
        if (postgres is not null) return await (narrowed ? publicPostgres! : postgres).OpenConnectionAsync(ct);
        _ = folder.Value;
        // Another text, so another pool: what narrows the names stays with its connection.
        var connection = new SqliteConnection(narrowed ? new SqliteConnectionStringBuilder(sqliteConnection) { Mode = SqliteOpenMode.ReadWrite }.ToString() : sqliteConnection);
        try
        {
            await connection.OpenAsync(ct);
            await connection.ExecuteAsync(new CommandDefinition(Sql["storage/configure-connection"], cancellationToken: ct));
            if (narrowed) await connection.ExecuteAsync(new CommandDefinition(Sql["storage/configure-public"], cancellationToken: ct));
            return connection;
        }
        catch (SqliteException problem) when (problem.SqliteErrorCode == NotADatabase)
        {
            await connection.DisposeAsync();
            throw new HypeWatchException($"{connection.DataSource} is no SQLite database: move it away, or name another folder with --data-directory", problem);
        }
    }

    // Views of a session stand before the tables of the same names, and last as long as the connection, which is never reset.
    private NpgsqlDataSource Narrowed(string connection)
    {
        var builder = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder(connection) { NoResetOnClose = true }.ToString());
        builder.UsePhysicalConnectionInitializer(
            opened => opened.Execute(Sql["storage/configure-public"]), opened => opened.ExecuteAsync(Sql["storage/configure-public"]));
        return builder.Build();
    }

    private static void Make(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new HypeWatchException($"the data directory {path} cannot be made: name another with --data-directory or DataDirectory ({problem.Message})", problem);
        }
    }

    /// <summary>Runs a query and maps each row.</summary>
    /// <param name="name">Name of the SQL file, for example <c>claims/find-claims</c>.</param>
    /// <param name="parameters">Values of its parameters, as an anonymous object; null for none.</param>
    /// <param name="map">Makes a record of a row.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string name, object? parameters, Func<Row, T> map, CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        var rows = await connection.QueryAsync(new CommandDefinition(Sql[name], parameters, cancellationToken: ct));
        return [.. rows.Select(row => map(new Row((IDictionary<string, object?>)row)))];
    }

    /// <summary>Runs a query and maps its first row; default when there is none.</summary>
    public async Task<T?> FirstAsync<T>(string name, object? parameters, Func<Row, T> map, CancellationToken ct) =>
        (await QueryAsync(name, parameters, map, ct)) is [var first, ..] ? first : default;

    /// <summary>Runs statements as one transaction: all or nothing.</summary>
    public async Task WriteAsync(Func<WriteScope, Task> work, CancellationToken ct)
    {
        var oneWriter = Kind == DatabaseKind.Sqlite;
        if (oneWriter) await writer.WaitAsync(ct);
        try
        {
            // What is written rests on all flags, whoever asks for it.
            await using var connection = await OpenAsync(narrowed: false, ct);
            // BEGIN IMMEDIATE, so that a second process waits at the start instead of failing in the middle.
            await using var transaction = connection is SqliteConnection sqlite ? sqlite.BeginTransaction(deferred: false) : await connection.BeginTransactionAsync(ct);
            await using (var scope = new WriteScope(connection, transaction, Sql, stamp, ct))
            {
                await work(scope);
                await ValueCounts.KeepAsync(scope);
            }

            await transaction.CommitAsync(ct);
        }
        finally
        {
            if (oneWriter) writer.Release();
        }
    }

    /// <summary>Closes pooled connections.</summary>
    public async ValueTask DisposeAsync()
    {
        writer.Dispose();
        if (publicPostgres is not null) await publicPostgres.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
        else
        {
            SqliteConnection.ClearPool(new SqliteConnection(sqliteConnection));
            SqliteConnection.ClearPool(new SqliteConnection(new SqliteConnectionStringBuilder(sqliteConnection) { Mode = SqliteOpenMode.ReadWrite }.ToString()));
        }
    }
}
