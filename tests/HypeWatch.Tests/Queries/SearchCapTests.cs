using HypeWatch.Queries.Tables;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Queries;

/// <summary>A search that many claims match ranks the most promising alone, says so, and ranks all when asked to.</summary>
public sealed class SearchCapTests
{
    [Fact]
    public Task A_capped_search_says_that_it_is_approximate_on_sqlite() => SaysAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task A_capped_search_says_that_it_is_approximate_on_postgres() => SaysAsync(DatabaseKind.Postgres);

    [Fact]
    public Task Below_the_cap_pages_are_those_of_ranking_all_on_sqlite() => WalkAsync(DatabaseKind.Sqlite, new QuerySettings(), isExact: false);

    [PostgresFact]
    public Task Below_the_cap_pages_are_those_of_ranking_all_on_postgres() => WalkAsync(DatabaseKind.Postgres, new QuerySettings(), isExact: false);

    [Fact]
    public Task Exact_pages_are_those_of_ranking_all_on_sqlite() => WalkAsync(DatabaseKind.Sqlite, Small, isExact: true);

    [PostgresFact]
    public Task Exact_pages_are_those_of_ranking_all_on_postgres() => WalkAsync(DatabaseKind.Postgres, Small, isExact: true);

    [Theory]
    [InlineData("features")]
    [InlineData("features explain")]
    [InlineData("the features")]
    public async Task The_most_promising_are_the_best_on_sqlite(string words)
    {
        await using var rows = await AskedRows.CreateAsync(DatabaseKind.Sqlite, new QuerySettings { RankedMatches = 2 });
        var all = await rows.Reader.RowsAsync(rows.Ask(rows.Tables.Claims, ("q", words)), default);
        var capped = await rows.ReadAsync(rows.Tables.Claims, ("q", words), ("_size", "2"));
        Assert.True(capped.IsApproximate);
        Assert.Equal(all.Rows.Take(2).Select(row => row["quote"]), capped.Rows.Select(row => row["quote"]));
    }

    [Fact]
    public async Task What_was_written_after_a_word_was_read_is_found_and_what_is_gone_is_not()
    {
        await using var rows = await AskedRows.CreateAsync(DatabaseKind.Sqlite, Small);
        (string, string)[] asked = [("q", "features"), ("_size", "2")];
        var before = await rows.ReadAsync(rows.Tables.Claims, asked);
        await rows.Database.WriteAsync(scope => AskedRows.SaveClaimAsync(scope, "clm-new", 1, "Features features features"), default);
        Assert.Equal("clm-new", (await rows.ReadAsync(rows.Tables.Claims, asked)).Ids[0]);
        await rows.Database.WriteAsync(scope => scope.ExecuteAsync("claims/delete-claims", new { VersionId = "ver-1" }), default);
        var after = await rows.ReadAsync(rows.Tables.Claims, asked);
        Assert.DoesNotContain("clm-new", after.Ids);
        Assert.NotEmpty(before.Rows);
    }

    private static QuerySettings Small => new() { RankedMatches = 4 };

    private static async Task SaysAsync(DatabaseKind kind)
    {
        await using var rows = await AskedRows.CreateAsync(kind, Small);
        (string, string)[] asked = [("q", "features"), ("_size", "2"), ("_facet", "type")];
        var page = await rows.ReadAsync(rows.Tables.Claims, asked);
        Assert.True(page.IsApproximate);
        Assert.Equal(2, page.Rows.Count);
        Assert.Null(page.Count);
        Assert.Equal(["type"], page.FacetsTimedOut);
        var exact = await rows.ReadAsync(rows.Tables.Claims, [.. asked, ("_exact", "1")]);
        Assert.False(exact.IsApproximate);
        Assert.True(exact.Count > 4);
        Assert.Empty(exact.FacetsTimedOut);
        // Words that few claims hold, and orders other than by rank, are never capped.
        Assert.False((await rows.ReadAsync(rows.Tables.Claims, ("q", "nothing holds this"))).IsApproximate);
        Assert.False((await rows.ReadAsync(rows.Tables.Claims, [.. asked, ("_sort", "created_at")])).IsApproximate);
    }

    private static async Task WalkAsync(DatabaseKind kind, QuerySettings settings, bool isExact)
    {
        await using var rows = await AskedRows.CreateAsync(kind, settings);
        foreach (var question in ((string, string)[][])[[("q", "features")], [("q", "features"), ("type", "T1")], [("q", "in"), ("headline", "1")]])
        {
            var all = await rows.Reader.RowsAsync(rows.Ask(rows.Tables.Claims, [.. question, ("_size", "max")]), default);
            var (seen, next) = (new List<string>(), (string?)null);
            do
            {
                var page = await rows.Reader.ReadAsync(rows.Ask(rows.Tables.Claims, [.. question, ("_size", "3"), .. next is null ? Array.Empty<(string, string)>() : [("_next", next)]]) with { IsExact = isExact }, default);
                Assert.False(page.IsApproximate);
                seen.AddRange(page.Ids);
                next = page.Next;
            }
            while (next is not null && seen.Count <= all.Rows.Count);
            Assert.Equal(all.Rows.Select(row => (string)row["id"]!), seen);
        }
    }
}
