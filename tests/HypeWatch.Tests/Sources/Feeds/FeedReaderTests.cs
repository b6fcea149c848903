using System.Diagnostics;
using System.Text;
using HypeWatch.Sources;
using HypeWatch.Sources.Feeds;

namespace HypeWatch.Tests.Sources.Feeds;

public sealed class FeedReaderTests
{
    private static readonly Uri Address = new("https://lab.example/news/feed");

    [Fact]
    public void A_JSON_feed_gives_the_same_things_as_any_other()
    {
        const string Json = """
            { "version": "https://jsonfeed.org/version/1.1", "title": "Lab", "home_page_url": "https://lab.example/", "language": "en", "authors": [ { "name": "Whole Team" } ],
              "items": [ { "id": 7, "url": "/one", "title": "Probes & <models>", "content_html": "<p>See <a href='two'>two</a>", "date_published": "2026-09-01T10:00:00+02:00",
                           "author": { "name": "Ann Example" }, "tags": [ "probing", 3 ], "attachments": [ { "url": "https://lab.example/a.pdf", "mime_type": "application/pdf" } ] }, "no item" ] }
            """;

        var feed = FeedReader.Read(Json, Address);
        var item = Assert.Single(feed.Items);

        Assert.Equal((FeedFormat.Json, "1.1", "Lab"), (feed.Format, feed.Version, feed.Title?.Words));
        Assert.Equal(("7", "https://lab.example/one", "Probes & <models>"), (item.Id, item.Link, item.Title?.Words));
        Assert.Equal("<p>See <a href='https://lab.example/news/two'>two</a>", Assert.Single(item.Contents).Value);
        Assert.Equal(new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero), item.Published?.At);
        Assert.Equal("Ann Example", Assert.Single(item.Authors).Name);
        Assert.Equal("probing", Assert.Single(item.Categories).Term);
        Assert.Equal("application/pdf", Assert.Single(item.Enclosures).Type);
    }

    [Theory]
    [InlineData("{ \"version\": \"https://jsonfeed.org/version/1\", \"items\": 3 }", true)]
    [InlineData("{ \"items\": [ { \"id\": \"1\" } ] }", false)]
    [InlineData("{ \"title\": \"cut", false)]
    [InlineData("[]", false)]
    [InlineData("{ \"version\": 7 }", false)]
    public void JSON_of_another_shape_is_no_failure(string json, bool isFeed) => Assert.Equal(isFeed, FeedReader.Read(json).Format is FeedFormat.Json);

    [Fact]
    public void JSON_nested_without_end_is_no_feed() => Assert.Equal(FeedFormat.None, FeedReader.Read("{\"items\":" + new string('[', 100_000)).Format);

    [Fact]
    public void A_channel_of_the_oldest_format_is_read()
    {
        var feed = FeedReader.Read("<CHANNEL HREF='http://old.example/' LASTMOD='1998-11-05T08:15-0500'><TITLE>Old</TITLE><ITEM HREF='/1'><TITLE>One</TITLE><ABSTRACT>Short</ABSTRACT></ITEM></CHANNEL>", new("http://old.example/x"));

        Assert.Equal((FeedFormat.Cdf, "http://old.example/", new DateTimeOffset(1998, 11, 5, 13, 15, 0, TimeSpan.Zero)), (feed.Format, feed.Link, feed.Updated?.At));
        Assert.Equal(("http://old.example/1", "One", "Short"), (feed.Items[0].Link, feed.Items[0].Title?.Value, feed.Items[0].Summary?.Value));
    }

    [Theory]
    [InlineData("<rss><channel><item><title>One<link>https://a.example/1</link></item><item><title>Two</title></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>One</title></wrong><link>x</link></item><item><title>Two</title></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>One</title><guid isPermaLink=false>x</guid></item><item><title>Two</title></item></channel></rss>")]
    [InlineData("<rss><channel><item><title>One</title><nope:x>y</nope:x></item><item><title>Two</title></item></channel></rss>")]
    [InlineData("junk before <rss><channel><item><title>One</title></item><item><title>Two</title></item></channel></rss>")]
    public void A_defect_costs_no_entry_behind_it(string text)
    {
        var feed = FeedReader.Read(text);

        Assert.Equal(2, feed.Items.Count);
        Assert.Equal("Two", feed.Items[1].Title?.Value);
        Assert.NotNull(feed.Defect);
        Assert.False(feed.IsCut);
    }

    [Fact]
    public void A_feed_that_ends_early_says_so() => Assert.True(FeedReader.Read("<rss><channel><item><title>One</title></item><item><tit").IsCut);

    [Theory]
    [InlineData("<title>1 &lt; 2</title>", "1 < 2")]
    [InlineData("<title type='html'>a &lt;b&gt;bold&lt;/b&gt; claim</title>", "a bold claim")]
    [InlineData("<title type='text'>the &lt;think&gt; token</title>", "the <think> token")]
    [InlineData("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>a <b>bold</b> claim</div></title>", "a bold claim")]
    [InlineData("<title mode='base64'>UHJvYmVz</title>", "Probes")]
    public void The_words_of_an_Atom_title_follow_its_type(string title, string words) =>
        Assert.Equal(words, FeedReader.Read($"<feed xmlns='http://www.w3.org/2005/Atom'><entry>{title}</entry></feed>").Items[0].Title?.Words);

    [Fact]
    public void Relative_addresses_count_from_the_nearest_base()
    {
        var feed = FeedReader.Read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="/atom/"><entry xml:base="deep/"><link href="one"/><content type="html">&lt;a href="two"&gt;x&lt;/a&gt; &lt;img src=three&gt; &lt;a href="mailto:a@b.example"&gt;</content></entry>
            <entry xml:base="javascript:alert(1)"><link href="four"/></entry></feed>
            """,
            Address);

        Assert.Equal("https://lab.example/atom/deep/one", feed.Items[0].Link);
        Assert.Equal("<a href=\"https://lab.example/atom/deep/two\">x</a> <img src=https://lab.example/atom/deep/three> <a href=\"mailto:a@b.example\">", feed.Items[0].Contents[0].Value);
        Assert.Equal("https://lab.example/atom/four", feed.Items[1].Link);
    }

    [Theory]
    [InlineData("ann@lab.example (Ann Example)", "Ann Example", "ann@lab.example")]
    [InlineData("Ann Example (ann@lab.example)", "Ann Example", "ann@lab.example")]
    [InlineData("Ann Example <ann@lab.example>", "Ann Example", "ann@lab.example")]
    [InlineData("ann@lab.example", null, "ann@lab.example")]
    [InlineData("Ann Example", "Ann Example", null)]
    public void A_name_is_told_from_its_mail_address(string written, string? name, string? email) => Assert.Equal(new FeedPerson(name, email, null), FeedPeople.Of(written));

    [Theory]
    [InlineData("<x>", 195_000)]
    [InlineData("<item>", 195_000)]
    [InlineData("<item xmlns:a='b' xmlns:c='d'>", 195_000)]
    [InlineData("<![CDATA[", 195_000)]
    [InlineData("<a b='", 195_000)]
    [InlineData("</x>", 195_000)]
    [InlineData("&#38;", 195_000)]
    [InlineData("<", 195_000)]
    public void Hostile_repetition_takes_less_than_a_second(string piece, int characters)
    {
        var text = "<rss><channel><item><title>" + string.Concat(Enumerable.Repeat(piece, characters / piece.Length));
        FeedReader.Read(text[..200]);
        var watch = Stopwatch.StartNew();

        FeedParser.Parse(text);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void Bytes_of_every_sort_give_an_answer()
    {
        var random = new Random(17);
        string[] pieces = ["<", ">", "</", "<rss>", "<item>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "<title", " type=", "'", "\"", "&#", "x41;", "&amp;", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE", "[", "]", "\0", "\uD800", "é", "{", ":", "xml:base=", "<?xml "];
        for (var round = 0; round < 2_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => pieces[random.Next(pieces.Length)]));
            var bytes = random.Next(2) == 0 ? Encoding.UTF8.GetBytes(text) : Encoding.Unicode.GetBytes(text);

            Assert.NotNull(FeedParser.Parse(FeedText.Decode(bytes, "text/xml")));
        }
    }
}
