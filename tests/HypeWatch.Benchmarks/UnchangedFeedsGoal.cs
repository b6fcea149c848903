using System.Globalization;

namespace HypeWatch.Benchmarks;

/// <summary>A whole round over unchanged feeds, state written, against newsboat and rss2email on the same feeds; and its requests alone against wrk.</summary>
internal sealed class UnchangedFeedsGoal : IGoal
{
    private const int Feeds = 1_000;
    private const int FeedsOfMail = 100;
    private const int Runs = 5;
    private const int WarmUps = 20;

    public string Name => "P1";

    public string Description =>
        "a round over unchanged feeds with its state written, against newsboat (goal: at most 1.0) and rss2email (at most 0.1); its requests alone, each on a new connection, against wrk (at most 2.5)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        await using var world = await FeedWorld.StartAsync(data, Feeds, ct);
        var round = await world.RoundAsync(ct);
        var newsboat = await NewsboatAsync(world, "cache.db", ct);
        var mail = await MailAsync(world, ct);
        // A watching program runs for months: what is measured is its hundredth round, not its first, which compiles.
        for (var i = 0; i < WarmUps; i++)
        {
            await round.RunAsync(onlyDue: false, null, ct);
            await world.AskAllAsync(ct);
        }

        // newsboat asks conditionally from its third reload on.
        for (var i = 0; i < 3; i++) await world.CpuOfAsync(newsboat, ct);
        await world.CpuOfAsync(mail, ct);
        List<double> own = [], boats = [], mails = [], asked = [], floor = [];
        for (var run = 0; run < Runs; run++)
        {
            own.Add(await Stopwatches.CpuMillisAsync(() => round.RunAsync(onlyDue: false, null, ct)) / Feeds);
            boats.Add(await world.CpuOfAsync(newsboat, ct) / Feeds);
            mails.Add(await world.CpuOfAsync(mail, ct) / FeedsOfMail);
            asked.Add(await Stopwatches.CpuMillisAsync(() => world.AskAllAsync(ct)) / Feeds);
            floor.Add(await WrkAsync(world, ct));
        }

        var whole = Stopwatches.Median(own);
        return new(whole, "newsboat", Stopwatches.Median(boats), FormattableString.Invariant($"{Feeds} feeds on as many hosts, per feed, after {WarmUps} rounds"))
        {
            More =
            [
                new(whole, "rss2email", Stopwatches.Median(mails), FormattableString.Invariant($"the same against {FeedsOfMail} of the feeds")),
                new(Stopwatches.Median(asked), "wrk with Connection: close", Stopwatches.Median(floor), "requests alone, answers 304, per request"),
            ],
        };
    }

    /// <summary>Writes newsboat's list of feeds; its command.</summary>
    public static async Task<string> NewsboatAsync(FeedWorld world, string cache, CancellationToken ct)
    {
        var urls = Path.Combine(world.Folder, "urls");
        await File.WriteAllLinesAsync(urls, Enumerable.Range(0, world.Hosts).Select(world.Url), ct);
        await File.WriteAllTextAsync(Path.Combine(world.Folder, "config"), "reload-threads 8\n", ct);
        return $"newsboat -u {urls} -C {Path.Combine(world.Folder, "config")} -c {Path.Combine(world.Folder, cache)} -x reload";
    }

    // Nothing is sent: the mails would be the cost of another program.
    private static async Task<string> MailAsync(FeedWorld world, CancellationToken ct)
    {
        var settings = Path.Combine(world.Folder, "rss2email.cfg");
        await File.WriteAllLinesAsync(
            settings, ["[DEFAULT]", "from = from@example.org", "to = to@example.org", .. Enumerable.Range(0, FeedsOfMail).SelectMany(feed => (string[])[$"[feed.f{feed}]", "url = " + world.Url(feed)])], ct);
        return $"r2e -c {settings} -d {Path.Combine(world.Folder, "rss2email.json")} run --no-send";
    }

    private static async Task<double> WrkAsync(FeedWorld world, CancellationToken ct)
    {
        var before = await world.CountsAsync(ct);
        var millis = await world.CpuOfAsync(string.Create(CultureInfo.InvariantCulture, $"wrk -t1 -c8 -d1 -H 'If-None-Match: \"v1\"' -H 'Connection: close' {world.Url(0)}"), ct);
        var after = await world.CountsAsync(ct);
        return millis / (after.Unchanged - before.Unchanged);
    }
}
