using HypeWatch.Model;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Storage;

public sealed class MigratorTests
{
    [Fact]
    public Task A_second_run_applies_nothing_on_sqlite() => SecondRunAppliesNothingAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task A_second_run_applies_nothing_on_postgres() => SecondRunAppliesNothingAsync(DatabaseKind.Postgres);

    [Fact]
    public Task Two_nodes_may_start_at_once_on_sqlite() => TwoNodesStartAtOnceAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task Two_nodes_may_start_at_once_on_postgres() => TwoNodesStartAtOnceAsync(DatabaseKind.Postgres);

    [Fact]
    public async Task An_edited_migration_is_refused_by_name()
    {
        await using var test = await TestDatabase.CreateAsync(migrate: false);
        var migrator = new Migrator(test.Database, test.Time);
        await migrator.MigrateAsync([("2026-01-01-one", "CREATE TABLE one (a TEXT);")], CancellationToken.None);
        var failure = await Assert.ThrowsAsync<HypeWatchException>(
            () => migrator.MigrateAsync([("2026-01-01-one", "CREATE TABLE one (b TEXT);")], CancellationToken.None));
        Assert.Contains("2026-01-01-one.sql was edited", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_migration_leaves_nothing_behind_and_the_earlier_ones_stay()
    {
        await using var test = await TestDatabase.CreateAsync(migrate: false);
        var migrator = new Migrator(test.Database, test.Time);
        (string, string)[] files = [("2026-01-01-one", "CREATE TABLE one (a TEXT);"), ("2026-01-02-two", "CREATE TABLE two (a TEXT); CREATE TABLE oops (")];
        await Assert.ThrowsAnyAsync<Exception>(() => migrator.MigrateAsync(files, CancellationToken.None));
        files[1] = ("2026-01-02-two", "CREATE TABLE two (a TEXT);");
        Assert.Equal(["2026-01-02-two"], (await migrator.MigrateAsync(files, CancellationToken.None)).Applied);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        await using var test = await TestDatabase.CreateAsync(migrate: false);
        var migrator = new Migrator(test.Database, test.Time);
        await migrator.MigrateAsync([("2026-01-01-one", "CREATE TABLE one (a TEXT);"), ("2027-01-01-new", "CREATE TABLE new (a TEXT);")], CancellationToken.None);
        var failure = await Assert.ThrowsAsync<HypeWatchException>(() => migrator.MigrateAsync([("2026-01-01-one", "CREATE TABLE one (a TEXT);")], CancellationToken.None));
        Assert.Contains("2027-01-01-new", failure.Message, StringComparison.Ordinal);
    }

    private static async Task SecondRunAppliesNothingAsync(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind, migrate: false);
        var migrator = new Migrator(test.Database, test.Time);
        var first = await migrator.MigrateAsync(CancellationToken.None);
        var second = await migrator.MigrateAsync(CancellationToken.None);
        Assert.Equal(first.Total, first.Applied.Count);
        Assert.Empty(second.Applied);
    }

    private static async Task TwoNodesStartAtOnceAsync(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind, migrate: false);
        var reports = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => new Migrator(test.Database, test.Time).MigrateAsync(CancellationToken.None))));
        Assert.Equal(reports[0].Total, reports.Sum(report => report.Applied.Count));
    }
}
