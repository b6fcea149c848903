using Dapper;
using HypeWatch.Model;
using HypeWatch.Queries.Tables;
using HypeWatch.Reviews;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Queries;

/// <summary>Claims and flags as they were known at an instant, on both databases.</summary>
public sealed class AsOfRowsTests
{
    private const string Later = "2026-03-01T00:00:00.000Z", Before = "2026-02-28", After = "2026-03-02";

    [Fact]
    public Task A_claim_that_was_read_otherwise_since_is_given_as_it_was_on_sqlite() => ClaimsAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task A_claim_that_was_read_otherwise_since_is_given_as_it_was_on_postgres() => ClaimsAsync(DatabaseKind.Postgres);

    [Fact]
    public Task A_flag_has_the_state_that_it_had_on_sqlite() => FlagsAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task A_flag_has_the_state_that_it_had_on_postgres() => FlagsAsync(DatabaseKind.Postgres);

    [Theory]
    [InlineData("2026-11-26", "2026-11-26T23:59:59.999Z")]
    [InlineData("2026-11-26T09:30Z", "2026-11-26T09:30:00.000Z")]
    [InlineData("2026-11-26T09:30:01.250Z", "2026-11-26T09:30:01.250Z")]
    public void A_day_counts_to_its_end_and_an_instant_is_itself(string text, string stored) => Assert.Equal(stored, AsOf.Read("as of", text));

    [Theory]
    [InlineData("2026-13-01")]
    [InlineData("2026")]
    [InlineData("now")]
    [InlineData("2026-11-26' OR '1'='1")]
    public void What_is_no_time_is_refused(string text) => Assert.Throws<QueryException>(() => AsOf.Read("as of", text));

    // A second reading drops one claim, changes another, and finds the others as they were.
    private static async Task ClaimsAsync(DatabaseKind kind)
    {
        await using var rows = await AskedRows.CreateAsync(kind);
        var first = await rows.ReadAsync(rows.Tables.Claims, ("version_id", "ver-0"), ("_size", "max"));
        Assert.True(first.Rows.Count > 2);
        var (gone, changed) = (first.Ids[0], first.Ids[1]);
        await using (var connection = await rows.Database.OpenAsync(default))
        {
            var at = new { VersionId = "ver-0", At = Later, SourceRunId = "r" };
            await connection.ExecuteAsync("CREATE TEMP TABLE kept AS SELECT * FROM claims WHERE version_id = 'ver-0'");
            await connection.ExecuteAsync(rows.Database.Sql["claims/keep-past"], at);
            await connection.ExecuteAsync(rows.Database.Sql["claims/delete-claims"], at);
            await connection.ExecuteAsync("INSERT INTO claims SELECT * FROM kept WHERE id <> @gone", new { gone });
            await connection.ExecuteAsync("UPDATE claims SET created_at = @At WHERE version_id = @VersionId", at);
            await connection.ExecuteAsync("UPDATE claims SET certainty = 'C9' WHERE id = @changed", new { changed });
            await connection.ExecuteAsync(rows.Database.Sql["claims/keep-beginnings"], at);
            await connection.ExecuteAsync(rows.Database.Sql["claims/drop-unchanged"], at);
            Assert.Equal(2, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM past_claims"));
            await connection.ExecuteAsync("DROP TABLE kept");
        }

        var before = await rows.ReadAsync(rows.Tables.Claims, ("version_id", "ver-0"), ("_size", "max"), ("_as_of", Before));
        Assert.Equal(first.Rows.Select(Known), before.Rows.Select(Known));
        var now = await rows.ReadAsync(rows.Tables.Claims, ("version_id", "ver-0"), ("_size", "max"));
        var after = await rows.ReadAsync(rows.Tables.Claims, ("version_id", "ver-0"), ("_size", "max"), ("_as_of", After));
        Assert.Equal(now.Rows.Select(Known), after.Rows.Select(Known));
        Assert.DoesNotContain(gone, after.Ids);
        Assert.Equal("C9", after.Rows.Single(row => (string)row["id"]! == changed)["certainty"]);
        var words = await rows.ReadAsync(rows.Tables.Claims, ("q", "sparse FEATURES"), ("_size", "max"), ("_as_of", After));
        Assert.All(words.Rows, row => Assert.Contains("Sparse features", (string)row["quote"]!, StringComparison.Ordinal));
        Assert.NotEmpty(words.Rows);
    }

    private static async Task FlagsAsync(DatabaseKind kind)
    {
        await using var rows = await AskedRows.CreateAsync(kind);
        var all = await rows.ReadAsync(rows.Tables.Flags, ("all", "1"), ("_size", "max"));
        await RecordAsync(rows);
        await using (var connection = await rows.Database.OpenAsync(default))
        {
            // What the test wrote by hand was recorded now; it is known since it was first kept.
            await connection.ExecuteAsync("UPDATE flag_history SET recorded_at = '2026-02-01T00:00:00.000Z'");
            await connection.ExecuteAsync("UPDATE flags SET status = 'dismissed' WHERE id = @id", new { id = all.Ids[0] });
            await connection.ExecuteAsync("DELETE FROM flags WHERE id = @id", new { id = all.Ids[1] });
        }

        await RecordAsync(rows);
        await RecordAsync(rows);
        await using (var connection = await rows.Database.OpenAsync(default))
        {
            Assert.Equal(all.Rows.Count + 2, await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM flag_history"));
            await connection.ExecuteAsync("UPDATE flag_history SET recorded_at = @Later WHERE number = 2", new { Later });
        }

        var before = await rows.ReadAsync(rows.Tables.Flags, ("all", "1"), ("_size", "max"), ("_as_of", Before));
        Assert.Equal(all.Rows.Select(State).Order(StringComparer.Ordinal), before.Rows.Select(State).Order(StringComparer.Ordinal));
        var after = await rows.ReadAsync(rows.Tables.Flags, ("all", "1"), ("_size", "max"), ("_as_of", After), ("_facet", "status"));
        Assert.Equal("dismissed", after.Rows.Single(row => (string)row["id"]! == all.Ids[0])["status"]);
        Assert.DoesNotContain(all.Ids[1], after.Ids);
        Assert.Equal(after.Rows.Count, after.Facets.Single().Values.Sum(value => value.Count));
        Assert.Empty((await rows.ReadAsync(rows.Tables.Flags, ("all", "1"), ("_as_of", "2020-01-01"))).Rows);
    }

    private static Task RecordAsync(AskedRows rows) => rows.Database.WriteAsync(
        async scope =>
        {
            foreach (var number in Enumerable.Range(0, 7)) await FlagHistory.RecordAsync(new ReleaseId($"rel-{number}"), null, scope);
        },
        default);

    // What they rest on is kept for the present alone, and the tests' flags have no history here.
    private static string Known(IReadOnlyDictionary<string, object?> row) => string.Join('|', row.Where(pair => pair.Key is not ("warrant" or "flags")).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    private static string State(IReadOnlyDictionary<string, object?> row) => $"{row["id"]} {row["status"]} {row["severity"]} {row["quote"]} {row["release_title"]} {row["standing"]}";
}
