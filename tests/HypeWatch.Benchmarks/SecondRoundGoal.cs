namespace HypeWatch.Benchmarks;

/// <summary>What a second round over unchanged feeds costs their servers: every answer 304, none 200.</summary>
internal sealed class SecondRoundGoal : IGoal
{
    private const int Feeds = 300;

    public string Name => "P2";

    public string Description => "answers with a body in a second round over unchanged feeds (goal: 0 of as many 304 as feeds)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        await using var world = await FeedWorld.StartAsync(data, Feeds, ct);
        var round = await world.RoundAsync(ct);
        await round.RunAsync(onlyDue: false, null, ct);
        var first = await world.CountsAsync(ct);
        await round.RunAsync(onlyDue: false, null, ct);
        var second = await world.CountsAsync(ct);
        // The question for the counts is itself answered with a 200 each time.
        var whole = second.Whole - first.Whole - 1;
        return new(Math.Max(0, whole), "304", second.Unchanged - first.Unchanged, FormattableString.Invariant($"{Feeds} feeds; first round {first.Whole} answers with a body, robots.txt of each host included")) { Unit = "answers" };
    }
}
