using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Literature;

public class WorkSearchTests
{
    private static PriorWork Work(string id, string title, string summary, int year = 2020) =>
        new(new(id), title, ["Reed"], year, new(year, 6, 30), null, null, null, null, [], summary, [], [], false, false);

    private static async Task<IReadOnlyList<FoundWork>> FindAsync(WorkQuestion question, DatabaseKind kind, params PriorWork[] works)
    {
        await using var test = await TestDatabase.CreateAsync(kind);
        await new PriorWorkStore(test.Database).SaveAsync(works, CancellationToken.None);
        return await new WorkSearch(test.Database).FindAsync(question, CancellationToken.None);
    }

    private static async Task FindsAsync(DatabaseKind kind)
    {
        var found = await FindAsync(
            new("probes that read directions in activations", 10), kind, Work("far", "Cooking with lenses", "Probes of soup."), Work("near", "Probing directions", "Probes read a direction of the activations."), Work("none", "Soup", "Nothing of the kind."));
        Assert.Equal(["near", "far"], found.Select(work => work.Work.Id.Value));
        Assert.Contains("directions", found[0].Reasons[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Works_that_hold_more_of_a_sentence_come_first() => FindsAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task Works_that_hold_more_of_a_sentence_come_first_on_postgres() => FindsAsync(DatabaseKind.Postgres);

    [Fact]
    public async Task Of_two_works_with_the_same_words_the_one_that_has_them_together_comes_first()
    {
        var found = await FindAsync(
            new("residual stream", 10), DatabaseKind.Sqlite, Work("apart", "One", "The residual of a fit is no part of any river, brook, or other stream."), Work("together", "Two", "The river and the brook of any fit are no part of the residual stream."));
        Assert.Equal("together", found[0].Work.Id.Value);
    }

    [Fact]
    public Task Of_works_with_one_id_the_last_is_kept_and_found() => KeepsTheLastAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task Of_works_with_one_id_the_last_is_kept_and_found_on_postgres() => KeepsTheLastAsync(DatabaseKind.Postgres);

    private static async Task KeepsTheLastAsync(DatabaseKind kind)
    {
        Assert.Equal("Gauges", Assert.Single(await FindAsync(new("gauges dials", 10), kind, Work("a", "Dials", ""), Work("a", "Gauges", "On gauges."))).Work.Title);
        Assert.Empty(await FindAsync(new("dials", 10), kind, Work("a", "Dials", ""), Work("a", "Gauges", "On gauges.")));
    }

    [Fact]
    public async Task A_work_that_was_not_public_on_the_day_is_left_out() =>
        Assert.Equal("old", Assert.Single(await FindAsync(new("dials", 10) { PublicBy = new(2020, 6, 30) }, DatabaseKind.Sqlite, Work("old", "Dials", "", 2020), Work("new", "Dials", "", 2021))).Work.Id.Value);

    [Theory]
    [InlineData("dials NOT OR NEAR(x) \"unclosed * ^")]
    [InlineData("title: dials' OR 1=1 --")]
    public async Task Operators_of_the_search_language_are_words(string text) =>
        Assert.Equal("a", Assert.Single(await FindAsync(new(text, 10), DatabaseKind.Sqlite, Work("a", "Dials", ""))).Work.Id.Value);

    [Theory]
    [InlineData("")]
    [InlineData(" - ?! ")]
    public async Task A_question_without_words_finds_nothing(string text) => Assert.Empty(await FindAsync(new(text, 10), DatabaseKind.Sqlite, Work("a", "Dials", "")));

    [Fact]
    public async Task Words_of_an_abstract_find_a_work() =>
        Assert.Single(await FindAsync(new("thermostat", 10), DatabaseKind.Sqlite, Work("a", "Dials", "") with { Abstract = "On the thermostat." }));

    [Fact]
    public async Task What_users_say_of_a_work_stays_when_the_built_in_list_is_taken_in_again()
    {
        await using var test = await TestDatabase.CreateAsync();
        var store = new PriorWorkStore(test.Database);
        await store.ImportAsync([Work("a", "Dials", "")], "1", CancellationToken.None);
        await store.VerifyAsync(new("a"), "Reed", test.Time.GetUtcNow(), CancellationToken.None);
        await store.ImportAsync([Work("a", "Dials, corrected", "")], "2", CancellationToken.None);
        var work = Assert.Single(await store.ListAsync(CancellationToken.None));
        Assert.Equal(("Dials, corrected", true, "Reed"), (work.Title, work.Verified, work.VerifiedBy));
        await store.VerifyAsync(new("a"), null, test.Time.GetUtcNow(), CancellationToken.None);
        await store.ImportAsync([work with { Verified = true }], "3", CancellationToken.None);
        Assert.False(Assert.Single(await store.ListAsync(CancellationToken.None)).Verified);
    }
}
