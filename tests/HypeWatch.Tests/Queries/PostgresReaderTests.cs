using HypeWatch.Queries;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;
using Microsoft.Extensions.Options;

namespace HypeWatch.Tests.Queries;

/// <summary>A reader's SQL on PostgreSQL runs as a role that may read the views alone.</summary>
public sealed class PostgresReaderTests
{
    [PostgresFact]
    public async Task Without_a_role_it_is_off_and_says_how_to_turn_it_on()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        var refused = await Assert.ThrowsAsync<SqlRefusedException>(() => Queries(test, null).RunAsync("select 1", new Dictionary<string, string?>(), default));
        Assert.Contains("Sql:PostgresReader", refused.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task The_role_reads_views_and_nothing_else()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var reader = await PostgresRole.CreateAsync(test);
        var queries = Queries(test, reader.Login);
        Assert.Equal(0L, (await Ask(queries, "select count(*) from claims_v where asserter = @who", ("who", "nobody"))).Rows[0][0]);
        foreach (var forbidden in (string[])["select * from claims", "delete from claims_v", "select 1; select 2", "select pg_read_file('/etc/passwd')", "copy (select 1) to program 'true'", "reset role; select * from claims", "select set_config('role', 'none', true), query_to_xml('select * from claims', true, false, '')"])
            await Assert.ThrowsAsync<SqlRefusedException>(() => Ask(queries, forbidden));
        var slow = await Assert.ThrowsAsync<SqlRefusedException>(() => Ask(Queries(test, reader.Login, 100), "select pg_sleep(30)"));
        Assert.Contains("100 ms", slow.Message, StringComparison.Ordinal);
    }

    private static Task<SqlAnswer> Ask(SqlQueries queries, string sql, params (string Name, string? Value)[] parameters) =>
        queries.RunAsync(sql, parameters.ToDictionary(pair => pair.Name, pair => pair.Value), default);

    private static SqlQueries Queries(TestDatabase test, string? login, int millis = 1000) => new(test.Database, test.Directory, Options.Create(new SqlSettings { PostgresReader = login, MaxMilliseconds = millis }), TimeProvider.System);
}
