using HypeWatch.Http;
using HypeWatch.Model;
using HypeWatch.Sources;
using HypeWatch.Tests.Fakes;
using HypeWatch.Tests.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace HypeWatch.Tests.Sources;

public sealed class SourceCatalogTests
{
    private const string Feed = """
        <rss><channel>
          <item><title>Probing a small model</title><link>/posts/1?utm_source=rss#top</link><pubDate>Tue, 01 Sep 2026 10:00:00 GMT</pubDate><author>a@x.example (Ann Example)</author></item>
          <item><title>Office party</title><link>https://elsewhere.example/party</link><description>Cake and interpretability</description></item>
          <item><title>Same again</title><link>/posts/1</link></item>
          <item><title>Bad links</title><link>javascript:alert(1)</link></item>
          <item><title>Local file</title><link>file:///etc/passwd</link></item>
          <item><title>No link</title></item>
        </channel></rss>
        """;

    private const string Page = """
        <html><body><nav><a href="/about">About</a></nav>
          <div class="card"><a href="/research/one"><h3>First result</h3></a><span class="date">Jul 7, 2026</span></div>
          <div class="card"><a href="research/two"><h3>Second result</h3></a><time datetime="2026-06-18">June</time></div>
          <div class="card"><a href="/research/three"></a></div>
          <div class="card"><a href="mailto:x@example.org">Write to us</a></div>
        </body></html>
        """;

    private static readonly string[] BothItems = ["/posts/1", "/party"];

    [Fact]
    public async Task A_feed_announces_each_web_page_once_with_what_it_says_about_it()
    {
        var poll = await PollAsync(LoopbackReply.Text(Feed, "application/rss+xml"), new() { Publisher = "Example Lab", DocumentKind = "press_release" });

        Assert.Equal(PollState.Read, poll.State);
        Assert.Equal(BothItems, poll.Items.Select(item => new Uri(item.DocumentUrl).AbsolutePath));
        Assert.EndsWith("/posts/1?utm_source=rss", poll.Items[0].Url, StringComparison.Ordinal);
        var metadata = poll.Items[0].Metadata;
        Assert.Equal(("Probing a small model", "Example Lab", DocumentKind.PressRelease, "2026-09-01"), (metadata.Title, metadata.Publisher, metadata.Kind, metadata.Published?.ToString()));
        Assert.Equal(["Ann Example"], metadata.Authors);
        Assert.Equal("test", poll.Items[0].Source);
    }

    [Fact]
    public async Task Keywords_look_at_title_and_summary()
    {
        var poll = await PollAsync(LoopbackReply.Text(Feed, "application/rss+xml"), new() { Keywords = ["INTERPRETABILITY"] });

        Assert.Equal("Office party", Assert.Single(poll.Items).Metadata.Title);
    }

    [Fact]
    public async Task Allowed_prefixes_keep_foreign_links_out()
    {
        var poll = await PollAsync(LoopbackReply.Text(Feed, "application/rss+xml"), new() { Allow = ["https://elsewhere.example/"] });

        Assert.Equal("https://elsewhere.example/party", Assert.Single(poll.Items).Url);
    }

    [Fact]
    public async Task An_index_page_is_read_with_its_selectors()
    {
        var poll = await PollAsync(LoopbackReply.Text(Page), new() { Kind = "html-index", Select = new() { Item = ".card", Title = "h3" } });
        var dated = await PollAsync(LoopbackReply.Text(Page), new() { Kind = "html-index", Select = new() { Item = ".card", Link = "a", Title = "h3", Date = ".date" } });

        Assert.Equal(["/research/one|First result|", "/research/two|Second result|2026-06-18"], poll.Items.Select(Line));
        Assert.Equal(["/research/one|First result|2026-07-07", "/research/two|Second result|"], dated.Items.Select(Line));

        static string Line(SourceItem item) => $"{new Uri(item.Url).AbsolutePath}|{item.Metadata.Title}|{item.Metadata.Published}";
    }

    [Theory]
    [InlineData(".gone", PollState.Broken, "matches the selector")]
    [InlineData("nav", PollState.Read, "1 announced")]
    [InlineData("[[", PollState.Broken, "no CSS selector")]
    [InlineData("h3", PollState.Broken, "has a link with a title")]
    public async Task An_index_page_whose_markup_changed_is_broken(string selector, PollState state, string reason)
    {
        var poll = await PollAsync(LoopbackReply.Text(Page), new() { Kind = "html-index", Select = new() { Item = selector } });

        Assert.Equal(state, poll.State);
        Assert.Contains(reason, poll.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_nested_to_keep_the_parser_busy_is_not_parsed()
    {
        var poll = await PollAsync(
            LoopbackReply.Text(string.Concat(Enumerable.Repeat("<div>", 100_000))), new() { Kind = "html-index", Select = new() { Item = "a" } });

        Assert.Equal(PollState.Broken, poll.State);
        Assert.Contains("nested", poll.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<rss><channel/></rss>", PollState.Empty)]
    [InlineData("<html>Prove that you are human</html>", PollState.Broken)]
    [InlineData("<rss><channel><item><title>a</title><link>/a</link></item><item", PollState.Broken)]
    public async Task Nothing_new_and_broken_are_told_apart(string body, PollState state) =>
        Assert.Equal(state, (await PollAsync(LoopbackReply.Text(body, "text/xml"), new())).State);

    [Theory]
    [InlineData(404, PollState.Broken, null)]
    [InlineData(403, PollState.Broken, null)]
    [InlineData(429, PollState.TryLater, 120)]
    public async Task The_servers_answer_decides_whether_to_come_back(int status, PollState state, int? seconds)
    {
        var poll = await PollAsync(LoopbackReply.Empty(status, ("Retry-After", "120")), new());

        Assert.Equal(state, poll.State);
        Assert.Equal(seconds, poll.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task Items_before_a_defect_are_kept()
    {
        var poll = await PollAsync(LoopbackReply.Text("<rss><channel><item><title>a</title><link>/a</link></item><item", "text/xml"), new());

        Assert.Equal("a", Assert.Single(poll.Items).Metadata.Title);
    }

    [Theory]
    [InlineData(false, false, null, "switched off")]
    [InlineData(true, true, null, "Http:ContactAddress")]
    [InlineData(true, false, "Keys:Example", "Keys:Example")]
    [InlineData(true, false, "Keys:Given", null)]
    [InlineData(true, false, null, null)]
    public void A_source_says_why_it_is_off(bool enabled, bool contact, string? key, string? reason)
    {
        using var http = PoliteHttpTests.Http(new HttpSettings());
        var why = Catalog(new HttpSettings(), http).WhyOff(new SourceSettings { Enabled = enabled, RequiresContact = contact, RequiresKey = key });

        Assert.Equal(reason is null, why is null);
        Assert.Contains(reason ?? "", why ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name", "", "Sources:0:Name")]
    [InlineData("Name", "command-line", "Sources:0:Name")]
    [InlineData("Kind", "telepathy", "Sources:0:Kind")]
    [InlineData("Kind", "html-index", "Sources:0:Select:Item")]
    [InlineData("Url", "file:///etc/passwd", "Sources:0:Url")]
    [InlineData("DocumentKind", "poem", "Sources:0:DocumentKind")]
    [InlineData("EveryMinutes", "1", "Sources:0:EveryMinutes")]
    public void A_wrong_entry_is_reported_with_its_key(string property, string value, string key)
    {
        var values = new Dictionary<string, string?> { ["Sources:0:Name"] = "one", ["Sources:0:Url"] = "https://example.org/feed", [$"Sources:0:{property}"] = value };

        var result = Validate(values);

        Assert.True(result.Failed);
        Assert.Contains(key, result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_list_is_taken_and_a_name_given_twice_is_not()
    {
        var values = new Dictionary<string, string?>
        {
            ["Sources:0:Name"] = "one", ["Sources:0:Url"] = "https://example.org/feed", ["Sources:0:DocumentKind"] = "blog", ["Sources:0:Keywords:0"] = "probe",
            ["Sources:1:Name"] = "two", ["Sources:1:Url"] = "https://example.org/page", ["Sources:1:Kind"] = "html-index", ["Sources:1:Select:Item"] = "li",
        };
        Assert.True(Validate(values).Succeeded);

        values["Sources:1:Name"] = "One";
        Assert.Contains("2 times", Validate(values).FailureMessage, StringComparison.Ordinal);
    }

    private static ValidateOptionsResult Validate(Dictionary<string, string?> values)
    {
        var list = new SourceList();
        new ConfigurationBuilder().AddInMemoryCollection(values).Build().Bind(list);
        using var http = PoliteHttpTests.Http(new HttpSettings());
        return new SourceListRules([new FeedSource(http), new HtmlIndexSource(http)]).Validate(null, list);
    }

    private static SourceCatalog Catalog(HttpSettings settings, PoliteHttp http) => new(
        Options.Create(new SourceList()), Options.Create(settings), new ConfigurationBuilder().AddInMemoryCollection([new("Keys:Given", "k")]).Build(),
        [new FeedSource(http), new HtmlIndexSource(http)]);

    private static async Task<SourcePoll> PollAsync(LoopbackReply reply, SourceSettings source)
    {
        await using var server = new LoopbackServer(("/list", reply));
        var settings = PoliteHttpTests.Settings(server) with { Retries = 0 };
        using var http = PoliteHttpTests.Http(settings);
        return await Catalog(settings, http).PollAsync(source with { Name = "test", Url = server.Url("/list").AbsoluteUri }, CancellationToken.None);
    }
}
