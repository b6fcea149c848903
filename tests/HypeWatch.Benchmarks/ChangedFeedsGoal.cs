using HypeWatch.Pipeline;

namespace HypeWatch.Benchmarks;

/// <summary>Feeds of 40 kB from fetch to store, every item new, against newsboat on the same feeds.</summary>
internal sealed class ChangedFeedsGoal : IGoal
{
    private const int Feeds = 100;
    private const int Runs = 5;
    private const int WarmUps = 12;

    public string Name => "P3";

    public string Description => "changed feeds of 40 kB: fetch, parse, compare, store, against newsboat (goal: at most 0.5)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        await using var world = await FeedWorld.StartAsync(data, Feeds, ct);
        // A watching program runs for months: what is measured is not its first round, which compiles.
        for (var i = 0; i < WarmUps; i++) await (await world.RoundAsync(ct)).RunAsync(onlyDue: false, null, ct);
        List<double> own = [], theirs = [];
        for (var run = 0; run < Runs; run++)
        {
            PollSources round = await world.RoundAsync(ct);
            own.Add(await Stopwatches.CpuMillisAsync(() => round.RunAsync(onlyDue: false, null, ct)) / Feeds);
            theirs.Add(await world.CpuOfAsync(await UnchangedFeedsGoal.NewsboatAsync(world, FormattableString.Invariant($"cache{run}.db"), ct), ct) / Feeds);
        }

        return new(Stopwatches.Median(own), "newsboat", Stopwatches.Median(theirs), FormattableString.Invariant($"{Feeds} feeds of 25 items, per feed, after {WarmUps} rounds"));
    }
}
