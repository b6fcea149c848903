using HypeWatch.Storage;
using Npgsql;

namespace HypeWatch.Tests.Fakes;

/// <summary>A database of its own for one test: a SQLite file in a temporary folder, or a schema of its own on the configured PostgreSQL server.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string? schema;

    private TestDatabase(Database database, DataDirectory directory, FakeTime time, string? schema)
    {
        Database = database;
        Directory = directory;
        Time = time;
        this.schema = schema;
    }

    public Database Database { get; }

    public DataDirectory Directory { get; }

    public FakeTime Time { get; }

    public RunStamp Stamp => new(Time, "test:1:1");

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind = DatabaseKind.Sqlite, bool migrate = true)
    {
        var directory = new DataDirectory(System.IO.Directory.CreateTempSubdirectory("hypewatch-").FullName);
        var time = new FakeTime();
        var settings = new StorageSettings { Provider = kind };
        string? own = null;
        if (kind == DatabaseKind.Postgres)
        {
            own = "test_" + Path.GetFileName(directory.Path).Replace('-', '_').ToLowerInvariant();
            await ExecuteAsync($"CREATE SCHEMA {own}");
            settings.ConnectionString = new NpgsqlConnectionStringBuilder(PostgresServer.ConnectionString) { SearchPath = own, MaxPoolSize = 4 }.ToString();
        }

        var database = new Database(settings, directory, new RunStamp(time, "test:1:1"));
        var test = new TestDatabase(database, directory, time, own);
        if (migrate) await new Migrator(database, time).MigrateAsync(CancellationToken.None);
        return test;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (schema is not null) await ExecuteAsync($"DROP SCHEMA {schema} CASCADE");
        System.IO.Directory.Delete(Directory.Path, recursive: true);
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(PostgresServer.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
