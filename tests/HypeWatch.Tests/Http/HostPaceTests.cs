using HypeWatch.Http;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Http;

public sealed class HostPaceTests
{
    [Theory]
    [InlineData("https://example.org/a", "https://example.org/b", 0, 1)]
    [InlineData("https://example.org/a", "https://other.example/b", 0, 0)]
    [InlineData("https://example.org/a", "https://example.org/b", 7, 7)]
    [InlineData("https://export.arxiv.org/api", "https://rss.arxiv.org/rss/cs.LG", 0, 3)]
    [InlineData("https://arxiv.org/abs/1", "https://ARXIV.org/abs/2", 1, 3)]
    [InlineData("https://arxiv.org/abs/1", "https://notarxiv.org/abs/2", 0, 0)]
    [InlineData("http://127.0.0.1:5080/a", "http://127.0.0.1:5080/b", 9, 0)]
    public async Task The_second_request_to_a_service_waits(string first, string second, int crawlDelay, int seconds)
    {
        var time = new ShiftingTime { SkipsWaits = true, Frozen = DateTimeOffset.UnixEpoch };
        var pace = new HostPace(new HttpSettings { AllowedPrivateHosts = ["127.0.0.1:5080"] }, time, new MemoryHostLedger());

        await (await pace.TakeTurnAsync(new Uri(first), TimeSpan.FromSeconds(crawlDelay), CancellationToken.None)).DisposeAsync();
        await (await pace.TakeTurnAsync(new Uri(second), TimeSpan.FromSeconds(crawlDelay), CancellationToken.None)).DisposeAsync();

        Assert.Equal(TimeSpan.FromSeconds(seconds), time.Skipped);
    }

    [Fact]
    public async Task No_wait_is_due_when_the_pause_has_already_passed()
    {
        var time = new ShiftingTime { SkipsWaits = true, Frozen = DateTimeOffset.UnixEpoch };
        var pace = new HostPace(new HttpSettings(), time, new MemoryHostLedger());

        await (await pace.TakeTurnAsync(new Uri("https://example.org/"), TimeSpan.Zero, CancellationToken.None)).DisposeAsync();
        time.Advance(TimeSpan.FromSeconds(5));
        await (await pace.TakeTurnAsync(new Uri("https://example.org/"), TimeSpan.Zero, CancellationToken.None)).DisposeAsync();

        Assert.Equal(TimeSpan.FromSeconds(5), time.Skipped);
    }

    [Fact]
    public async Task Only_one_request_at_a_time_is_let_through_to_a_host()
    {
        var pace = new HostPace(new HttpSettings { HostDelaySeconds = 0 }, TimeProvider.System, new MemoryHostLedger());

        var first = await pace.TakeTurnAsync(new Uri("https://example.org/"), TimeSpan.Zero, CancellationToken.None);
        var second = pace.TakeTurnAsync(new Uri("https://example.org/"), TimeSpan.Zero, CancellationToken.None);
        Assert.False(second.IsCompleted);

        await first.DisposeAsync();
        await (await second).DisposeAsync();
    }
}
