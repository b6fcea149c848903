namespace HypeWatch.Benchmarks;

/// <summary>A whole round over unchanged feeds, state written, against newsboat on the same feeds.</summary>
internal sealed class UnchangedFeedsGoal : IGoal
{
    private const int Feeds = 500;
    private const int Runs = 5;

    public string Name => "P1";

    public string Description => "a round over unchanged feeds with its state written, against newsboat (goal: at most 1.0)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        await using var world = await FeedWorld.StartAsync(data, Feeds, ct);
        var round = await world.RoundAsync(ct);
        var peer = await NewsboatAsync(world, "cache.db", ct);
        await round.RunAsync(onlyDue: false, null, ct);
        await round.RunAsync(onlyDue: false, null, ct);
        // newsboat asks conditionally from its third reload on.
        for (var i = 0; i < 3; i++) await world.CpuOfAsync(peer, ct);
        List<double> own = [], theirs = [];
        for (var run = 0; run < Runs; run++)
        {
            own.Add(await Stopwatches.CpuMillisAsync(() => round.RunAsync(onlyDue: false, null, ct)) / Feeds);
            theirs.Add(await world.CpuOfAsync(peer, ct) / Feeds);
        }

        return new(Stopwatches.Median(own), "newsboat", Stopwatches.Median(theirs), FormattableString.Invariant($"{Feeds} feeds on as many hosts, per feed"));
    }

    /// <summary>Writes newsboat's list of feeds; its command.</summary>
    public static async Task<string> NewsboatAsync(FeedWorld world, string cache, CancellationToken ct)
    {
        var urls = Path.Combine(world.Folder, "urls");
        await File.WriteAllLinesAsync(urls, Enumerable.Range(0, world.Hosts).Select(world.Url), ct);
        await File.WriteAllTextAsync(Path.Combine(world.Folder, "config"), "reload-threads 8\n", ct);
        return $"newsboat -u {urls} -C {Path.Combine(world.Folder, "config")} -c {Path.Combine(world.Folder, cache)} -x reload";
    }
}
