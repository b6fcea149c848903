using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Storage;

public sealed class DatabaseTests
{
    [Fact]
    public async Task A_failed_transaction_leaves_nothing_behind()
    {
        await using var test = await TestDatabase.CreateAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => test.Database.WriteAsync(
            async scope =>
            {
                await scope.ExecuteAsync("literature/save-seed", new { Name = "x", Sha256 = "y" });
                throw new InvalidOperationException("stop");
            },
            CancellationToken.None));
        Assert.Empty(await test.Database.QueryAsync("literature/find-seed", new { Name = "x" }, row => row.Text("sha256"), CancellationToken.None));
    }

    [Fact]
    public async Task Parallel_writers_wait_for_each_other()
    {
        await using var test = await TestDatabase.CreateAsync();
        await using var other = new Database(new StorageSettings(), test.Directory, test.Stamp);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => (i % 2 == 0 ? test.Database : other).WriteAsync(
            scope => scope.ExecuteAsync("literature/save-seed", new { Name = $"seed {i}", Sha256 = "x" }), CancellationToken.None)));
        foreach (var i in Enumerable.Range(0, 40))
            Assert.Single(await test.Database.QueryAsync("literature/find-seed", new { Name = $"seed {i}" }, row => row.Text("sha256"), CancellationToken.None));
    }

    [Fact]
    public async Task Postgres_without_a_connection_string_is_refused_with_the_key_to_set()
    {
        var failure = Assert.Throws<HypeWatchException>(
            () => new Database(new StorageSettings { Provider = DatabaseKind.Postgres }, new DataDirectory(Path.GetTempPath()), new RunStamp(new FakeTime(), "x:1:1")));
        Assert.Contains("Storage:ConnectionString", failure.Message, StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData("sparse \"autoencoder", "\"sparse\" \"autoencoder\"")]
    [InlineData("a* OR b", "\"a*\" \"OR\" \"b\"")]
    [InlineData("-- ;", "\"\"")]
    public void A_users_words_hold_no_operator(string words, string quoted) => Assert.Equal(quoted, SearchWords.Quote(words, DatabaseKind.Sqlite));

    [Fact]
    public Task Prior_work_is_found_by_its_words_on_sqlite() => PriorWorkIsFoundAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task Prior_work_is_found_by_its_words_on_postgres() => PriorWorkIsFoundAsync(DatabaseKind.Postgres);

    private static async Task PriorWorkIsFoundAsync(DatabaseKind kind)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        var store = new PriorWorkStore(test.Database);
        var work = new PriorWork(
            new WorkId("oak2020"), "Illusions of probing", ["Oak"], 2020, new DateOnly(2020, 12, 31), null, null, null, null, ["probing"], "Shows that probes mislead.",
            ["OC08"], [], false, true);
        Assert.True(await store.ImportAsync([work], "one", CancellationToken.None));
        Assert.False(await store.ImportAsync([work], "one", CancellationToken.None));
        Assert.True(await store.ImportAsync([work with { Summary = "Shows that probing illusions are common." }], "two", CancellationToken.None));
        var found = Assert.Single(await new WorkSearch(test.Database).FindAsync(new("illusion common", 10), CancellationToken.None)).Work;
        Assert.Equal(work.Id, found.Id);
        Assert.Empty(await new WorkSearch(test.Database).FindAsync(new("mislead", 10), CancellationToken.None));
    }
}
