using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Storage;

public sealed class DatabaseCopyTests
{
    [PostgresFact]
    public async Task Rows_go_to_the_server_and_back_unchanged()
    {
        await using var file = await FilledAsync();
        await using var server = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var again = await TestDatabase.CreateAsync();
        var there = await DatabaseCopy.RunAsync(file.Database, server.Database, default);
        var back = await DatabaseCopy.RunAsync(server.Database, again.Database, default);
        Assert.Empty(there.Differences);
        Assert.Empty(back.Differences);
        Assert.Equal((6, 6), (there.Rows, back.Rows));
        Assert.Equal(await WorksAsync(file), await WorksAsync(again));
    }

    [Fact]
    public async Task A_database_that_holds_rows_is_not_written_over()
    {
        await using var one = await FilledAsync();
        await using var other = await FilledAsync();
        var refused = await Assert.ThrowsAsync<HypeWatchException>(() => DatabaseCopy.RunAsync(one.Database, other.Database, default));
        Assert.Contains("holds rows already", refused.Message, StringComparison.Ordinal);
        Assert.Equal(await WorksAsync(one), await WorksAsync(other));
    }

    [Fact]
    public async Task Databases_of_different_schemas_are_not_mixed()
    {
        await using var one = await FilledAsync();
        await using var other = await TestDatabase.CreateAsync(migrate: false);
        var refused = await Assert.ThrowsAsync<HypeWatchException>(() => DatabaseCopy.RunAsync(one.Database, other.Database, default));
        Assert.Contains("different tables", refused.Message, StringComparison.Ordinal);
    }

    private static Task<IReadOnlyList<string>> WorksAsync(TestDatabase test) => test.Database.QueryAsync("literature/list-works", null, row => string.Join('|', row.Columns.Select(column => column.Value)), default);

    private static async Task<TestDatabase> FilledAsync()
    {
        var test = await TestDatabase.CreateAsync();
        await new PriorWorkStore(test.Database).SaveAsync(
            [
                .. Enumerable.Range(1, 3).Select(number => new PriorWork(
                    new($"wrk-{number}"), "On dictionary learning: \u2018naïve\u2019 \U0001F600", [], 2020 + number, new(2021, 1, 1), null, "", "", "", [], "", [], [], number % 2 == 1, true)),
            ],
            default);
        await test.Database.WriteAsync(
            async scope =>
            {
                foreach (var number in Enumerable.Range(1, 3))
                    await scope.ExecuteAsync("reviews/save-review", new
                    {
                        FlagId = $"flg-{number}", Reviewer = "a", Affiliation = "none", ReviewedAt = Instant.Write(test.Time.GetUtcNow()), Verdict = "confirm", Reason = (string?)null, Severity = (int?)number,
                        Owner = (string?)null, Note = "\"quoted\",\nand broken",
                    });
            },
            default);
        return test;
    }
}
