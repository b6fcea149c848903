using HypeWatch.Archiving;
using HypeWatch.Http;
using HypeWatch.Pipeline;
using HypeWatch.Sources;
using HypeWatch.Sources.Watching;
using HypeWatch.Tests.Fakes;
using HypeWatch.Tests.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HypeWatch.Tests.Sources.Watching;

/// <summary>Sources over many looks, through the web client and the database.</summary>
public sealed class SourceWatchTests
{
    private const string OneItem = "<rss><channel><item><title>One work on circuits</title><link>/1</link></item></channel></rss>";

    [Fact]
    public async Task A_second_look_is_conditional_and_no_change_is_a_success()
    {
        await using var server = new LoopbackServer(request => request.Path != "/feed" ? LoopbackReply.Empty(404)
            : request.Headers.GetValueOrDefault("If-None-Match") == "\"v1\"" ? LoopbackReply.Empty(304) : LoopbackReply.Text(OneItem, "text/xml", ("ETag", "\"v1\"")));
        await using var watch = await WatchedSource.OfAsync(server);

        Assert.Equal((PollState.Read, 1), await watch.LookAsync());
        Assert.Equal((PollState.Unchanged, 0), await watch.LookAsync());
        var health = await watch.HealthAsync();

        Assert.Equal((SourceStandingKind.Healthy, 1, 0), (health.State, health.LastItemCount, health.FailuresInRow));
    }

    [Fact]
    public async Task The_same_bytes_without_validators_are_no_change_either_until_the_settings_change()
    {
        await using var server = new LoopbackServer(("/feed", LoopbackReply.Text(OneItem, "text/xml")));
        await using var watch = await WatchedSource.OfAsync(server);

        Assert.Equal(PollState.Read, (await watch.LookAsync()).State);
        Assert.Equal(PollState.Unchanged, (await watch.LookAsync()).State);
        Assert.Equal(PollState.Empty, (await watch.LookAsync(source => source with { Keywords = ["nothing like it"] })).State);
    }

    [Fact]
    public async Task A_source_that_turns_empty_is_suspicious_and_loses_nothing()
    {
        var body = OneItem;
        await using var server = new LoopbackServer(request => request.Path == "/feed" ? LoopbackReply.Text(body, "text/xml") : LoopbackReply.Empty(404));
        await using var watch = await WatchedSource.OfAsync(server);
        await watch.LookAsync();

        body = "<rss><channel></channel></rss>";
        await watch.LookAsync();
        Assert.Equal(SourceStandingKind.Suspicious, (await watch.HealthAsync()).State);
        await watch.LookAsync();
        Assert.Equal(SourceStandingKind.Suspicious, (await watch.HealthAsync()).State);
        body = OneItem;
        Assert.Equal((PollState.Read, 0), await watch.LookAsync());
        Assert.Equal(SourceStandingKind.Healthy, (await watch.HealthAsync()).State);
    }

    [Fact]
    public async Task A_missing_canary_is_suspicious()
    {
        await using var server = new LoopbackServer(("/feed", LoopbackReply.Text(OneItem, "text/xml")));
        await using var watch = await WatchedSource.OfAsync(server);

        await watch.LookAsync(source => source with { Canary = server.Url("/2").AbsoluteUri });

        var health = await watch.HealthAsync();
        Assert.Equal(SourceStandingKind.Suspicious, health.State);
        Assert.Contains("Canary", health.StateReason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, "text/plain", SourceStandingKind.Failing)]
    [InlineData(404, "text/plain", SourceStandingKind.Failing)]
    [InlineData(403, "text/html", SourceStandingKind.Blocked)]
    public async Task Each_failure_has_its_state_and_its_reason(int status, string type, SourceStandingKind kind)
    {
        await using var server = new LoopbackServer(request => request.Path == "/feed" ? LoopbackReply.Text("Access denied", type) with { Status = status } : LoopbackReply.Empty(404));
        await using var watch = await WatchedSource.OfAsync(server);

        await watch.LookAsync();
        await watch.LookAsync();

        var health = await watch.HealthAsync();
        Assert.Equal((kind, 2), (health.State, health.FailuresInRow));
        Assert.NotEmpty(health.StateReason!);
        Assert.NotNull(health.NextAttemptAt);
    }

    [Fact]
    public async Task A_retitle_is_an_event_and_has_the_page_read_again()
    {
        var title = "One work on circuits";
        await using var server = new LoopbackServer(request => request.Path == "/feed"
            ? LoopbackReply.Text($"<rss><channel><item><title>{title}</title><link>/1</link></item><item><title>Other</title><link>/2</link></item></channel></rss>", "text/xml") : LoopbackReply.Empty(404));
        await using var watch = await WatchedSource.OfAsync(server);
        await watch.LookAsync();

        title = "One study of circuits";
        await watch.LookAsync();
        title = "One study of circuits ";
        await watch.LookAsync();

        var seen = Assert.Single(await watch.Store.EventsAsync("test", 10, CancellationToken.None));
        Assert.Equal((SourceEventKind.Retitled, "One work on circuits", "One study of circuits"), (seen.Event.Kind, seen.Event.Before, seen.Event.After));
    }

    [Fact]
    public async Task Two_workers_on_one_database_look_once()
    {
        await using var server = new LoopbackServer(("/feed", LoopbackReply.Text(OneItem, "text/xml")));
        await using var watch = await WatchedSource.OfAsync(server);

        var reports = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => watch.RoundAsync()));

        Assert.Single(server.PageRequests);
        Assert.Equal(1, reports.Sum(report => report.Polls.Count));
    }

    private sealed class WatchedSource : IAsyncDisposable
    {
        private readonly TestDatabase test;
        private readonly PoliteHttp http;
        private readonly HttpSettings settings;
        private readonly SourceSettings source;

        private WatchedSource(TestDatabase test, LoopbackServer server)
        {
            this.test = test;
            settings = PoliteHttpTests.Settings(server) with { Retries = 0 };
            http = PoliteHttpTests.Http(settings, test.Time, new StoredHostLedger(test.Database, test.Stamp));
            source = new() { Name = "test", Url = server.Url("/feed").AbsoluteUri };
            Store = new(test.Database, test.Time);
        }

        public SourceHealthStore Store { get; }

        public static async Task<WatchedSource> OfAsync(LoopbackServer server) => new(await TestDatabase.CreateAsync(), server);

        public async Task<(PollState State, int New)> LookAsync(Func<SourceSettings, SourceSettings>? change = null)
        {
            test.Time.Advance(TimeSpan.FromDays(2));
            var report = await Sources(change?.Invoke(source) ?? source).RunAsync(onlyDue: true, null, CancellationToken.None);
            return (Assert.Single(report.Polls).State, report.NewItems);
        }

        public Task<PollReport> RoundAsync() => Sources(source).RunAsync(onlyDue: true, null, CancellationToken.None);

        public async Task<SourceHealth> HealthAsync() => Assert.Single(await Store.ListAsync(CancellationToken.None));

        public async ValueTask DisposeAsync()
        {
            http.Dispose();
            await test.DisposeAsync();
        }

        private PollSources Sources(SourceSettings one)
        {
            var catalog = new SourceCatalog(Options.Create(new SourceList { Sources = [one] }), Options.Create(settings), new ConfigurationBuilder().Build(), [new FeedSource(http)]);
            return new(catalog, Store, new Archive(test.Directory.Archive), test.Database, TimeProvider.System, NullLogger<PollSources>.Instance);
        }
    }
}
