using System.Text;
using HypeWatch.Http;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Http;

public sealed class RobotsTests
{
    [Theory]
    [InlineData("User-agent: *\nDisallow: /private", "/private/x", false)]
    [InlineData("User-agent: *\nDisallow: /private", "/public", true)]
    [InlineData("User-agent: *\nDisallow:", "/anything", true)]
    [InlineData("User-agent: *\nDisallow: /", "/", false)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a/open", "/a/open/x", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a/closed", "/a/closed/x", false)]
    [InlineData("User-agent: *\nDisallow: /same\nAllow: /same", "/same", true)]
    [InlineData("User-agent: *\nAllow: /same\nDisallow: /same", "/same", true)]
    [InlineData("User-agent: *\nDisallow: /*?commentId=*", "/posts/x?commentId=7", false)]
    [InlineData("User-agent: *\nDisallow: /*?commentId=*", "/posts/x", true)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?download=1", true)]
    [InlineData("User-agent: *\nDisallow: /exact$", "/exact", false)]
    [InlineData("User-agent: *\nDisallow: /exact$", "/exactly", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c$", "/aXbYbZc", false)]
    [InlineData("User-agent: *\nDisallow: /ab*b$", "/ab", true)]
    [InlineData("User-agent: *\nDisallow: /%7Eann", "/~ann/x", false)]
    [InlineData("User-agent: *\nDisallow: /caf%c3%a9", "/caf%C3%A9", false)]
    [InlineData("User-agent: *\nDisallow: /café", "/caf%C3%A9", false)]
    [InlineData("User-agent: hypewatch\nDisallow: /\n\nUser-agent: *\nAllow: /", "/x", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: HypeWatch\nDisallow: /own", "/x", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: HypeWatch\nDisallow: /own", "/own", false)]
    [InlineData("User-agent: HypeWatch\nDisallow: /one\n\nUser-agent: *\nDisallow: /\n\nUser-agent: HypeWatch\nDisallow: /two", "/two", false)]
    [InlineData("User-agent: other\nUser-agent: HypeWatch\nDisallow: /both", "/both", false)]
    [InlineData("User-agent: other\nDisallow: /", "/x", true)]
    [InlineData("User-agent: HypeWatch\n\nUser-agent: *\nDisallow: /", "/x", false)]
    [InlineData("User-agent: * # all\r\nDisallow: /c # closed\r\n", "/c", false)]
    [InlineData("USER-AGENT:*\nDISALLOW:/c", "/c", false)]
    [InlineData("Disallow: /orphan", "/orphan", true)]
    [InlineData("User-agent: *\nSitemap: https://example.org/map.xml\nnonsense\nDisallow: /c", "/c", false)]
    [InlineData("<html><body>Not: a robots file</body></html>", "/x", true)]
    public void The_longest_matching_rule_of_our_groups_decides(string file, string path, bool allowed) =>
        Assert.Equal(allowed, Robots.Parse(Encoding.UTF8.GetBytes(file)).Forbids(path) is null);

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 3", 3)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: 86400", 60)]
    [InlineData("User-agent: *\nCrawl-delay: -3", 0)]
    [InlineData("User-agent: *\nCrawl-delay: soon", 0)]
    [InlineData("User-agent: other\nCrawl-delay: 3", 0)]
    public void A_crawl_delay_is_read_and_bounded(string file, double seconds) =>
        Assert.Equal(seconds, Robots.Parse(Encoding.UTF8.GetBytes(file)).CrawlDelay.TotalSeconds);

    [Fact]
    public void A_hostile_pattern_does_not_take_long()
    {
        var rules = Robots.Parse(Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 20_000)) + "$"));
        var path = "/" + new string('a', 60_000) + "b";

        Assert.Null(rules.Forbids(path));
    }

    [Fact]
    public async Task A_disallowed_page_is_refused_with_the_rule_and_not_asked_for()
    {
        await using var server = new LoopbackServer(("/robots.txt", LoopbackReply.Text("User-agent: *\nDisallow: /closed", "text/plain")), ("/closed/x", LoopbackReply.Text("x")));
        using var http = PoliteHttpTests.Http(PoliteHttpTests.Settings(server));

        var refused = Assert.IsType<HttpAnswer.Refused>(await http.GetAsync(server.Url("/closed/x"), HttpPurpose.Document, null, CancellationToken.None));

        Assert.Contains("/robots.txt disallows /closed", refused.Reason, StringComparison.Ordinal);
        Assert.Empty(server.PageRequests);
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(500, false)]
    [InlineData(429, false)]
    public async Task A_missing_file_allows_and_a_broken_server_does_not(int status, bool allowed)
    {
        await using var server = new LoopbackServer(request => request.Path == "/robots.txt" ? LoopbackReply.Empty(status) : LoopbackReply.Text("x"));
        using var http = PoliteHttpTests.Http(PoliteHttpTests.Settings(server));

        var answer = await http.GetAsync(server.Url("/x"), HttpPurpose.Document, null, CancellationToken.None);

        Assert.Equal(allowed, answer is HttpAnswer.Fetched);
        Assert.Equal(allowed ? 1 : 0, server.PageRequests.Count());
        if (!allowed) Assert.StartsWith("robots.txt could not be read", Assert.IsType<HttpAnswer.TryLater>(answer).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_asked_for_once_a_day()
    {
        var time = new ShiftingTime();
        await using var server = new LoopbackServer(request => request.Path == "/robots.txt" ? LoopbackReply.Empty(404) : LoopbackReply.Text("x"));
        using var http = PoliteHttpTests.Http(PoliteHttpTests.Settings(server), time);

        await GetTwiceAsync();
        Assert.Single(server.Requests, request => request.Path == "/robots.txt");

        time.Advance(TimeSpan.FromHours(25));
        await GetTwiceAsync();
        Assert.Equal(2, server.Requests.Count(request => request.Path == "/robots.txt"));

        async Task GetTwiceAsync()
        {
            for (var i = 0; i < 2; i++) Assert.IsType<HttpAnswer.Fetched>(await http.GetAsync(server.Url("/x"), HttpPurpose.Document, null, CancellationToken.None));
        }
    }

    [Fact]
    public async Task Each_hop_of_a_redirect_asks_the_robots_file_of_its_own_host()
    {
        await using var target = new LoopbackServer(("/robots.txt", LoopbackReply.Text("User-agent: *\nDisallow: /", "text/plain")), ("/x", LoopbackReply.Text("x")));
        await using var start = new LoopbackServer(("/", LoopbackReply.Redirect(target.Url("/x").AbsoluteUri)));
        using var http = PoliteHttpTests.Http(new HttpSettings { AllowedPrivateHosts = [target.Authority, start.Authority] });

        Assert.IsType<HttpAnswer.Refused>(await http.GetAsync(start.Url("/"), HttpPurpose.Document, null, CancellationToken.None));
        Assert.Empty(target.PageRequests);
    }
}
