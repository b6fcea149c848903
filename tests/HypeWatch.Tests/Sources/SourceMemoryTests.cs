using HypeWatch.Sources;
using HypeWatch.Sources.Apis;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Sources;

public sealed class SourceMemoryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_late_poll_begins_where_the_last_good_one_ended()
    {
        await using var test = await TestDatabase.CreateAsync();
        var memory = new SourceMemory(test.Database);
        var health = new SourceHealthStore(test.Database, test.Time);
        var source = new SourceSettings { Name = "one", FirstDays = 10 };

        Assert.Equal(Now.AddDays(-10), await memory.SinceAsync(source, Now, true, CancellationToken.None));
        await test.Database.WriteAsync(scope => health.NoteAsync(source, new SourcePoll("one", PollState.Blocked, [], "walled"), 0, scope), CancellationToken.None);
        Assert.Equal(Now.AddDays(-10), await memory.SinceAsync(source, Now, true, CancellationToken.None));
        await test.Database.WriteAsync(scope => health.NoteAsync(source, new SourcePoll("one", PollState.Read, [], "1 announced"), 0, scope), CancellationToken.None);
        test.Time.Advance(TimeSpan.FromDays(90));
        Assert.Equal(new FakeTime().GetUtcNow().AddDays(-2), await memory.SinceAsync(source, Now, true, CancellationToken.None));
        Assert.Equal(new FakeTime().GetUtcNow(), await memory.SinceAsync(source, Now, false, CancellationToken.None));
    }

    [Theory]
    [InlineData("1.00", "0.50,0.50,0.0001", "y,y,n")]
    [InlineData("0.01", "0.005,0.0051", "y,n")]
    [InlineData("0", "0.0001", "n")]
    [InlineData("0.0033", "0.0011,0.0011,0.0011,0.0001", "y,y,y,n")]
    public async Task Money_is_never_promised_beyond_the_budget(string budget, string prices, string granted)
    {
        await using var test = await TestDatabase.CreateAsync();
        var memory = new SourceMemory(test.Database);
        var source = new SourceSettings { Name = "x", MonthlyBudget = Dollars(budget) };

        var answers = new List<string>();
        foreach (var price in prices.Split(',')) answers.Add(await memory.ReserveAsync(source, Now, Dollars(price), CancellationToken.None) is null ? "y" : "n");

        Assert.Equal(granted, string.Join(',', answers));
    }

    [Fact]
    public async Task What_was_set_aside_and_not_spent_comes_back_and_each_month_begins_anew()
    {
        await using var test = await TestDatabase.CreateAsync();
        var memory = new SourceMemory(test.Database);
        var source = new SourceSettings { Name = "x", MonthlyBudget = 0.5m };

        Assert.Null(await memory.ReserveAsync(source, Now, 0.5m, CancellationToken.None));
        await memory.SettleAsync(source, Now, -0.49m, CancellationToken.None);
        Assert.Equal(0.01m, await memory.SpentAsync("x", Now, CancellationToken.None));
        Assert.NotNull(await memory.ReserveAsync(source, Now, 0.5m, CancellationToken.None));
        Assert.Null(await memory.ReserveAsync(source, Now.AddMonths(1), 0.5m, CancellationToken.None));
    }

    [Fact]
    public async Task Many_at_once_cannot_spend_the_same_dollar()
    {
        await using var test = await TestDatabase.CreateAsync();
        var memory = new SourceMemory(test.Database);
        var source = new SourceSettings { Name = "x", MonthlyBudget = 0.1m };

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => memory.ReserveAsync(source, Now, 0.01m, CancellationToken.None)));

        Assert.Equal(10, answers.Count(answer => answer is null));
        Assert.Equal(0.1m, await memory.SpentAsync("x", Now, CancellationToken.None));
    }

    private static decimal Dollars(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
