using HypeWatch.Lexicons;
using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Literature;

public class NoveltySearchTests
{
    private const string Claim = "We are the first to weigh attention heads in Brine-7 without labels.";

    private static PriorWork Work(string id, string title, int year) => new(new(id), title, ["Reed"], year, new(year, 6, 30), null, null, null, null, [], "", [], [], false, true);

    private static async Task<NoveltyAnswer?> FindAsync(string claim, DateOnly? publicBy, DatabaseKind kind, params PriorWork[] works)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        await new PriorWorkStore(test.Database).SaveAsync(works, CancellationToken.None);
        return await new NoveltySearch(new WorkSearch(test.Database), new LexiconSet()).FindAsync(claim, publicBy, CancellationToken.None);
    }

    private static async Task ShowsAsync(DatabaseKind kind)
    {
        var answer = (await FindAsync(Claim, new(2024, 1, 1), kind, Work("heads", "Weighing attention heads", 2021), Work("model", "Brine-7 without labels", 2022), Work("late", "Weighing attention heads in Brine-7 without labels", 2025)))!;
        Assert.Equal([("weigh attention heads", "heads"), ("Brine-7 without labels", "model")], answer.Qualifiers.Select(one => (one.Qualifier.Words, Assert.Single(one.Works).Work.Id.Value)));
        Assert.Empty(answer.Whole);
    }

    [Fact]
    public Task Each_qualifier_has_the_nearest_earlier_works_that_satisfy_it_and_later_ones_never_count() => ShowsAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task Each_qualifier_has_the_nearest_earlier_works_that_satisfy_it_on_postgres() => ShowsAsync(DatabaseKind.Postgres);

    [Fact]
    public async Task A_work_that_satisfies_every_qualifier_comes_first_and_is_named()
    {
        var answer = (await FindAsync(Claim, null, DatabaseKind.Sqlite, Work("heads", "Weighing attention heads", 2021), Work("both", "Weights of attention heads, or weighing them in Brine-7 without labels", 2022)))!;
        Assert.Equal("both", Assert.Single(answer.Whole).Work.Id.Value);
        Assert.Equal(["both", "heads"], answer.Qualifiers[0].Works.Select(earlier => earlier.Work.Id.Value));
    }

    [Fact]
    public async Task A_claim_without_priority_has_no_answer() => Assert.Null(await FindAsync("We weigh attention heads.", null, DatabaseKind.Sqlite, Work("heads", "Weighing attention heads", 2021)));
}
