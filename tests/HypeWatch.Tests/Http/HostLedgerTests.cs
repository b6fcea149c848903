using System.Collections.Concurrent;
using HypeWatch.Http;
using HypeWatch.Storage;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Http;

/// <summary>Several workers on one database keep one pace.</summary>
public sealed class HostLedgerTests
{
    [Fact]
    public Task Two_workers_on_one_SQLite_file_never_exceed_a_hosts_rate_together() => NeverTooFastAsync(DatabaseKind.Sqlite);

    [PostgresFact]
    public Task Two_workers_on_one_PostgreSQL_never_exceed_a_hosts_rate_together() => NeverTooFastAsync(DatabaseKind.Postgres);

    [Fact]
    public async Task Back_off_survives_a_restart()
    {
        await using var test = await TestDatabase.CreateAsync();
        await using var server = new LoopbackServer(request => request.Path == "/robots.txt" ? LoopbackReply.Empty(404) : LoopbackReply.Empty(429, ("Retry-After", "3600")));
        var settings = PoliteHttpTests.Settings(server) with { Retries = 0, HostDelays = new Dictionary<string, double> { ["127.0.0.1"] = 0 } };
        using (var first = PoliteHttpTests.Http(settings, test.Time, new StoredHostLedger(test.Database, test.Stamp)))
            Assert.IsType<HttpAnswer.TryLater>(await first.GetAsync(server.Url("/x"), HttpPurpose.Document, null, CancellationToken.None));

        test.Time.Advance(TimeSpan.FromMinutes(20));
        using var second = PoliteHttpTests.Http(settings, test.Time, new StoredHostLedger(test.Database, test.Stamp));
        var later = Assert.IsType<HttpAnswer.TryLater>(await second.GetAsync(server.Url("/y"), HttpPurpose.Document, null, CancellationToken.None));

        Assert.Equal(TimeSpan.FromMinutes(40), later.After);
        Assert.Single(server.PageRequests);
    }

    [Fact]
    public async Task A_turn_that_a_dead_worker_held_ends_with_its_lease()
    {
        await using var test = await TestDatabase.CreateAsync();
        var ledger = new StoredHostLedger(test.Database, test.Stamp);
        var now = test.Time.GetUtcNow();

        Assert.True((await ledger.TryTakeAsync("a.example", now, now.AddSeconds(70), CancellationToken.None)).IsTaken);
        Assert.False((await ledger.TryTakeAsync("a.example", now.AddSeconds(69), now.AddSeconds(140), CancellationToken.None)).IsTaken);
        Assert.True((await ledger.TryTakeAsync("a.example", now.AddSeconds(70), now.AddSeconds(140), CancellationToken.None)).IsTaken);
    }

    private static async Task NeverTooFastAsync(DatabaseKind kind)
    {
        const double Pause = 0.15;
        await using var test = await TestDatabase.CreateAsync(kind);
        var starts = new ConcurrentQueue<long>();
        var inside = 0;
        var most = 0;
        await using var server = new LoopbackServer(request =>
        {
            if (request.Path == "/robots.txt") return LoopbackReply.Empty(404);
            starts.Enqueue(TimeProvider.System.GetTimestamp());
            most = Math.Max(most, Interlocked.Increment(ref inside));
            Interlocked.Decrement(ref inside);
            return LoopbackReply.Text("x");
        });
        var settings = PoliteHttpTests.Settings(server) with { HostDelays = new Dictionary<string, double> { ["127.0.0.1"] = Pause } };
        using var first = PoliteHttpTests.Http(settings, null, new StoredHostLedger(test.Database, new RunStamp(TimeProvider.System, "one:1:1")));
        using var second = PoliteHttpTests.Http(settings, null, new StoredHostLedger(test.Database, new RunStamp(TimeProvider.System, "two:2:2")));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? first : second).GetAsync(server.Url($"/{i}"), HttpPurpose.Document, null, CancellationToken.None)));

        Assert.Equal(10, starts.Count);
        Assert.Equal(1, most);
        var gaps = starts.Zip(starts.Skip(1), (a, b) => TimeProvider.System.GetElapsedTime(a, b).TotalSeconds);
        Assert.All(gaps, gap => Assert.True(gap >= Pause - 0.002, $"only {gap} s apart"));
    }
}
