using System.Data.Common;
using Npgsql;

namespace HypeWatch.Tests.Fakes;

/// <summary>A login of its own on the configured PostgreSQL server, that may read the documented views of a test's schema and nothing else.</summary>
internal sealed class PostgresRole : IAsyncDisposable
{
    private const string GrantViews = """
        DO $$ DECLARE v TEXT; BEGIN
          EXECUTE 'GRANT USAGE ON SCHEMA ' || CURRENT_SCHEMA() || ' TO {role}';
          FOR v IN SELECT viewname FROM pg_views WHERE schemaname = CURRENT_SCHEMA() AND viewname LIKE '%\_v' LOOP EXECUTE 'GRANT SELECT ON ' || v || ' TO {role}'; END LOOP;
        END $$
        """;

    private readonly DbConnection connection;
    private readonly string role;

    private PostgresRole(DbConnection connection, string role)
    {
        (this.connection, this.role) = (connection, role);
        Login = new NpgsqlConnectionStringBuilder(PostgresServer.ConnectionString) { Username = role, Pooling = false, SearchPath = new NpgsqlConnectionStringBuilder(connection.ConnectionString).SearchPath }.ToString();
    }

    public string Login { get; }

    public static async Task<PostgresRole> CreateAsync(TestDatabase test)
    {
        var name = "reader_" + Guid.NewGuid().ToString("N")[..12];
        var owner = await test.Database.OpenAsync(default);
        await ExecuteAsync(owner, $"CREATE ROLE {name} LOGIN");
        await ExecuteAsync(owner, GrantViews.Replace("{role}", name, StringComparison.Ordinal));
        return new(owner, name);
    }

    public async ValueTask DisposeAsync()
    {
        await ExecuteAsync(connection, $"DROP OWNED BY {role}; DROP ROLE {role}");
        await connection.DisposeAsync();
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
