using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace HypeWatch.Benchmarks;

/// <summary>Fifty requests a second over HTTP on a million claims, from a process beside the server: what readers ask, in the shares in which they ask it. A request is timed from when it was due.</summary>
internal sealed class LoadGoal : IGoal
{
    private const int Claims = 1_000_000, ASecond = 50, Seconds = 60, WarmSeconds = 60, PatienceSeconds = 30;

    private const double Aim = 150;

    // A word that every fourth claim or so holds.
    private static readonly string[] Common = ["model", "features", "language", "models"];

    private static readonly string[] Filters = ["strength__exact=S4", "type=T9", "place=abstract", "document_kind=paper", "headline=1", "publisher=Laboratory+1"];

    public string Name => "WEB";

    public string Description => "answers over HTTP at 50 a second on 1 million claims, milliseconds by kind (aim: p99 at most 150)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        var generated = new GeneratedClaims(data, 7);
        await using var scratch = await generated.OpenAsync(Claims, ct);
        var (process, address) = await ServedClaims.StartAsync(scratch.Files.Path, ct);
        try
        {
            using var web = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = Timeout.InfiniteTimeSpan }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(PatienceSeconds) };
            var random = new Random(23);
            await DriveAsync(web, random, generated, WarmSeconds, ct);
            return Results(await DriveAsync(web, random, generated, Seconds, ct));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(ct);
        }
    }

    private static async Task<IReadOnlyList<(string Kind, double Millis, int Status)>> DriveAsync(HttpClient web, Random random, GeneratedClaims generated, int seconds, CancellationToken ct)
    {
        var answers = new ConcurrentBag<(string, double, int)>();
        var (running, clock) = (new List<Task>(), Stopwatch.StartNew());
        for (var i = 0; i < seconds * ASecond; i++)
        {
            var (due, (kind, path)) = (TimeSpan.FromSeconds((double)i / ASecond), Request(random, generated));
            if (due - clock.Elapsed is { Ticks: > 0 } wait) await Task.Delay(wait, ct);
            running.Add(Task.Run(
                async () =>
                {
                    var status = await StatusAsync(web, path, ct);
                    answers.Add((kind, (clock.Elapsed - due).TotalMilliseconds, status));
                },
                ct));
        }

        await Task.WhenAll(running);
        return [.. answers];
    }

    // A server that cannot keep up is what is looked for, so that an answer that never came is counted like one that said so.
    private static async Task<int> StatusAsync(HttpClient web, string path, CancellationToken ct)
    {
        try
        {
            using var answer = await web.GetAsync(path, ct);
            await answer.Content.ReadAsByteArrayAsync(ct);
            return (int)answer.StatusCode;
        }
        catch (Exception none) when (none is HttpRequestException || (none is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return 0;
        }
    }

    // 40 in a hundred ask two words, 10 a common one, 20 counts (every other one filtered), 20 a claim, 10 its way or a stored statement, of which a reader may run 60 a minute.
    private static (string Kind, string Path) Request(Random random, GeneratedClaims generated)
    {
        var claim = string.Create(CultureInfo.InvariantCulture, $"clm-{random.Next(Claims)}");
        return random.Next(100) switch
        {
            < 40 => ("two words", "/claims.json?q=" + Uri.EscapeDataString(generated.TwoWords())),
            < 50 => ("common word", "/claims.json?q=" + Common[random.Next(Common.Length)]),
            < 60 => ("facets", "/claims.json?_size=10&_facet=type&_facet=strength&_facet=publisher&_facet=document_kind"),
            < 70 => ("filtered facets", "/claims.json?_size=10&_facet=type&_facet=strength&_facet=publisher&_facet=document_kind&" + Filters[random.Next(Filters.Length)]),
            < 90 => ("claim", "/c/" + claim),
            < 98 => ("lineage", $"/c/{claim}.json"),
            _ => ("stored statement", "/sql/strength-by-kind.json"),
        };
    }

    private static GoalResult Results(IReadOnlyList<(string Kind, double Millis, int Status)> answers)
    {
        var results = new List<GoalResult>();
        foreach (var group in answers.GroupBy(answer => answer.Kind, StringComparer.Ordinal).Select(group => (Kind: group.Key, All: group.ToList())).Append((Kind: "all", All: [.. answers])))
        {
            var times = group.All.Select(answer => answer.Millis).ToList();
            var failed = group.All.Count(answer => answer.Status != 200);
            foreach (var (name, share) in ((string, double)[])[("p50", 0.5), ("p99", 0.99)])
                results.Add(new(Stopwatches.At(times, share), "aim", Aim, string.Create(CultureInfo.InvariantCulture, $"{name}, {group.Kind}, {times.Count} requests, {failed} not 200")));
        }

        return results[0] with { More = results[1..] };
    }
}
