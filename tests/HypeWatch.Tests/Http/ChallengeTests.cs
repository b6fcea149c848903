using HypeWatch.Http;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Http;

public sealed class ChallengeTests
{
    [Theory]
    [InlineData(403, "text/html", "<title>Just a moment...</title>", HttpPurpose.Document, true)]
    [InlineData(429, "text/html", "<p>Security Checkpoint</p>", HttpPurpose.Document, true)]
    [InlineData(503, "text/html", "Checking your browser before accessing", HttpPurpose.Feed, true)]
    [InlineData(403, "text/html", "<h1>Forbidden</h1>", HttpPurpose.Feed, true)]
    [InlineData(429, "text/html", "<h1>Slow down</h1>", HttpPurpose.Feed, true)]
    [InlineData(429, "text/plain", "Rate exceeded.", HttpPurpose.Feed, false)]
    [InlineData(403, "text/html", "<h1>Members only</h1>", HttpPurpose.Document, false)]
    [InlineData(503, "text/html", "<h1>Back soon</h1>", HttpPurpose.Document, false)]
    [InlineData(500, "text/html", "captcha", HttpPurpose.Document, false)]
    [InlineData(200, "text/html", "An article about captcha and how to verify you are human", HttpPurpose.Document, false)]
    public async Task A_wall_is_told_from_a_limit(int status, string type, string body, HttpPurpose purpose, bool isBlock)
    {
        await using var server = new LoopbackServer(request => request.Path == "/robots.txt" ? LoopbackReply.Empty(404) : LoopbackReply.Text(body, type) with { Status = status });
        using var http = PoliteHttpTests.Http(PoliteHttpTests.Settings(server) with { Retries = 0 });

        Assert.Equal(isBlock, await http.GetAsync(server.Url("/"), purpose, null, CancellationToken.None) is HttpAnswer.Refused { IsBlock: true });
    }

    [Fact]
    public async Task A_server_that_turns_us_away_is_left_alone_for_hours_and_a_slow_one_for_minutes()
    {
        var status = 429;
        var type = "text/plain";
        await using var server = new LoopbackServer(request => request.Path == "/robots.txt" ? LoopbackReply.Empty(404) : LoopbackReply.Text("captcha", type) with { Status = status });
        var time = new ShiftingTime { Frozen = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero) };
        using var http = PoliteHttpTests.Http(PoliteHttpTests.Settings(server) with { Retries = 0, HostDelays = new Dictionary<string, double> { ["127.0.0.1"] = 0 } }, time);

        Assert.IsType<HttpAnswer.TryLater>(await GetAsync());
        Assert.IsType<HttpAnswer.TryLater>(await GetAsync());
        var resting = Assert.IsType<HttpAnswer.TryLater>(await GetAsync());
        Assert.Contains("left alone for 1 more minutes", resting.Reason, StringComparison.Ordinal);
        Assert.Equal(2, server.PageRequests.Count());

        time.Advance(TimeSpan.FromMinutes(2));
        (status, type) = (403, "text/html");
        Assert.IsType<HttpAnswer.Refused>(await GetAsync());
        time.Advance(TimeSpan.FromHours(5));
        Assert.True(Assert.IsType<HttpAnswer.Refused>(await GetAsync()).IsBlock);
        Assert.Equal(3, server.PageRequests.Count());

        Task<HttpAnswer> GetAsync() => http.GetAsync(server.Url("/x"), HttpPurpose.Document, null, CancellationToken.None);
    }
}
