using HypeWatch.Archiving;
using HypeWatch.Http;
using HypeWatch.Pipeline;
using HypeWatch.Sources;
using HypeWatch.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HypeWatch.Benchmarks;

/// <summary>
/// A week of a service that watches 5,000 sources, with a virtual clock: the product's own look, cadence, back-off and jitter, ten looks at once as the scheduler has them,
/// servers that are out for hours, and three hours in which the service itself is down. Each look begins when it is due, or when one of the ten places is free.
/// </summary>
internal sealed class PunctualityGoal : IGoal
{
    private const int Sources = 5_000;
    private const int AtOnce = 10;
    private const int Days = 7;
    private const double Window = 0.1;
    private const int Seed = 5;

    // Sources that are due when the service starts are spread, as it spreads them.
    private const int SpreadSeconds = 5;
    private const int MostSpread = 60;

    private static readonly int[] Pauses = [120, 240, 480, 1440];
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset DownFrom = Start.AddDays(3);
    private static readonly DateTimeOffset DownTo = DownFrom.AddHours(3);

    public string Name => "W1";

    public string Description => "looks in a week over 5,000 sources that began within their window, a tenth of the source's own pause, against the looks that were due";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        var home = Directory.CreateTempSubdirectory("hypewatch-week-");
        try
        {
            return await RunAsync(new DataDirectory(home.FullName), ct);
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    private static async Task<GoalResult> RunAsync(DataDirectory directory, CancellationToken ct)
    {
        var clock = new SetClock(Start);
        await using var database = new Database(new StorageSettings(), directory, new RunStamp(clock, "bench:1:1"));
        await new Migrator(database, clock).MigrateAsync(ct);
        using var servers = new SimulatedServers(Sources, clock, Seed);
        var settings = Options.Create(new HttpSettings { AllowedPrivateHosts = ["127.0.0.1"], Retries = 0 });
        using var http = new PoliteHttp(settings, clock, NullLogger<PoliteHttp>.Instance, new MemoryHostLedger(), servers);
        var list = new SourceList
        {
            Sources = [.. Enumerable.Range(0, Sources).Select(i => new SourceSettings { Name = FormattableString.Invariant($"{i}"), Url = FormattableString.Invariant($"http://127.0.0.1/{i}"), EveryMinutes = Pauses[i % Pauses.Length] })],
        };
        var catalog = new SourceCatalog(Options.Create(list), settings, new ConfigurationBuilder().Build(), [new FeedSource(http)]);
        var health = new SourceHealthStore(database, clock);
        var polls = new PollSources(catalog, health, new Archive(directory.Archive), database, clock, NullLogger<PollSources>.Instance);

        var due = new PriorityQueue<int, DateTimeOffset>();
        var free = new PriorityQueue<int, DateTimeOffset>();
        for (var i = 0; i < Sources; i++) due.Enqueue(i, Start.AddSeconds(SpreadSeconds * (i % MostSpread)));
        for (var i = 0; i < AtOnce; i++) free.Enqueue(i, Start);

        long all = 0, inTime = 0, down = 0, failed = 0;
        while (due.TryDequeue(out var source, out var at) && at < Start.AddDays(Days))
        {
            free.TryDequeue(out var place, out var freeAt);
            var begin = at > freeAt ? at : freeAt;
            if (begin >= DownFrom && begin < DownTo) begin = DownTo.AddSeconds(SpreadSeconds * (source % MostSpread));
            clock.Now = begin;
            servers.Latency = 0;
            var report = await polls.RunAsync(list.Sources[source].Name, ct);
            if (report.Polls.Count != 1) throw new InvalidOperationException($"source {source} was not due at {begin:O}");
            if (report.Polls[0].IsFailure) failed++;
            free.Enqueue(place, begin.AddSeconds(servers.Latency));

            all++;
            if (begin - at <= TimeSpan.FromMinutes(list.Sources[source].EveryMinutes) * Window) inTime++;
            else if (at >= DownFrom && at < DownTo) down++;
            due.Enqueue(source, await health.NextAttemptAsync(list.Sources[source].Name, ct) ?? throw new InvalidOperationException($"source {source} has no next time"));
        }

        return new(inTime, "due", all, FormattableString.Invariant($"{failed} looks met an outage; {down} of the late ones fell into the {(DownTo - DownFrom).TotalHours} hours in which the service was down")) { Unit = "looks" };
    }
}
