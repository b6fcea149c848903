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
    public async Task Threats_41_and_42_the_role_reads_views_and_nothing_else()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var reader = await PostgresRole.CreateAsync(test);
        var queries = Queries(test, reader.Login);
        Assert.Equal(0L, (await Ask(queries, "select count(*) from claims_v where asserter = @who", ("who", "nobody"))).Rows[0][0]);
        foreach (var forbidden in (string[])["select * from claims", "delete from claims_v", "select 1; select 2", "select pg_read_file('/etc/passwd')", "copy (select 1) to program 'true'", "reset role; select * from claims", "select set_config('role', 'none', true), query_to_xml('select * from claims', true, false, '')"])
            await Assert.ThrowsAsync<SqlRefusedException>(() => Ask(queries, forbidden));
        // Threats 40 to 42: files, programs, other servers, large objects, writing, and the limits themselves.
        foreach (var attack in (string[])["select pg_ls_dir('.')", "select lo_import('/etc/passwd')", "select lo_export(1, '/tmp/x')", "copy claims_v to '/tmp/x'", "create temp table t (x int)", "do $$ begin perform 1; end $$", "select dblink('host=127.0.0.1', 'select 1')",
            "set statement_timeout = 0", "set transaction read write", "begin", "set session authorization hypewatch", "set role hypewatch", "explain analyze delete from claims", "select * from pg_authid", "vacuum", "listen x"])
        {
            if (attack is "begin" or "set statement_timeout = 0" or "set transaction read write" or "listen x" || attack.StartsWith("do ", StringComparison.Ordinal))
            {
                // These change nothing that outlives their one statement and transaction.
                await Record.ExceptionAsync(() => Ask(queries, attack));
                await Assert.ThrowsAsync<SqlRefusedException>(() => Ask(Queries(test, reader.Login, 100), "select pg_sleep(30)"));
                continue;
            }

            await Assert.ThrowsAsync<SqlRefusedException>(() => Ask(queries, attack));
        }

        await Assert.ThrowsAsync<SqlRefusedException>(() => Ask(Queries(test, reader.Login, 100), "select set_config('statement_timeout', '0', false), pg_sleep(30)"));
        var slow = await Assert.ThrowsAsync<SqlRefusedException>(() => Ask(Queries(test, reader.Login, 100), "select pg_sleep(30)"));
        Assert.Contains("100 ms", slow.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public async Task What_a_reader_may_read_outlives_a_migration_that_makes_the_views_anew()
    {
        await using var test = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var reader = await PostgresRole.CreateAsync(test);
        const string Anew = "DROP VIEW caveats_v; CREATE VIEW caveats_v AS SELECT c.id, c.quote, c.kind FROM caveats c; DROP VIEW evidence_v;";
        await new Migrator(test.Database, test.Time).MigrateAsync([.. test.Database.Sql.Migrations, ("2999-01-01-views", Anew)], default);
        Assert.Equal(["id", "quote", "kind"], (await Ask(Queries(test, reader.Login), "select * from caveats_v")).Columns);
        Assert.Equal(0L, (await Ask(Queries(test, reader.Login), "select count(*) from flags_v")).Rows[0][0]);
        await Assert.ThrowsAsync<SqlRefusedException>(() => Ask(Queries(test, reader.Login), "select * from caveats"));
    }

    private static Task<SqlAnswer> Ask(SqlQueries queries, string sql, params (string Name, string? Value)[] parameters) =>
        queries.RunAsync(sql, parameters.ToDictionary(pair => pair.Name, pair => pair.Value), default);

    private static SqlQueries Queries(TestDatabase test, string? login, int millis = 1000) => new(test.Database, test.Directory, Options.Create(new SqlSettings { PostgresReader = login, MaxMilliseconds = millis }), TimeProvider.System);
}
