using System.Diagnostics;
using System.Text;
using HypeWatch.Sources;

namespace HypeWatch.Tests.Sources;

public sealed class FeedParserTests
{
    private const string Rss2 = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
          <channel><title>Lab news</title><link>https://lab.example/</link><atom:link rel="self" href="https://lab.example/feed.xml"/>
            <image><title>Logo</title><link>https://lab.example/logo</link></image>
            <item><media:title>Picture</media:title><title>Features &amp; circuits</title><link> https://lab.example/one </link>
              <pubDate>Tue, 01 Sep 2026 10:00:00 GMT</pubDate><dc:creator>Ann Example, Bo Sample</dc:creator><category>Research</category></item>
            <item><title><![CDATA[<b>Second</b> post]]></title><guid>https://lab.example/two</guid><author>bo@lab.example (Bo Sample)</author></item>
            <item><title>Third</title><guid isPermaLink="false">id-3</guid></item>
          </channel>
        </rss>
        """;

    private const string Rss1 = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
          <channel rdf:about="https://old.example/"><title>Old site</title><link>https://old.example/</link></channel>
          <item rdf:about="https://old.example/1"><title>First</title><link>https://old.example/1</link><dc:date>2026-05-03T10:00:00+02:00</dc:date><dc:creator>Example, Ann</dc:creator></item>
          <textinput><title>Search</title><name>q</name><link>https://old.example/q</link></textinput>
        </rdf:RDF>
        """;

    private const string Rss091 = """
        <?xml version="1.0"?>
        <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
        <rss version="0.91"><channel><title>Ancient</title><item><title>Caf&eacute; news</title><link>https://ancient.example/1</link></item></channel></rss>
        """;

    private const string Atom = """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title><author><name>Whole Team</name></author>
          <entry><source><title>Copied from</title><author><name>Somebody Else</name></author></source>
            <title type="html">On &lt;i&gt;probes&lt;/i&gt; &amp;amp; models</title><link rel="self" href="https://blog.example/self"/><link href="https://blog.example/1"/>
            <published>2026-09-01T10:00:00Z</published><updated>2026-09-05T10:00:00Z</updated><contributor><name>A Helper</name></contributor></entry>
          <entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Second <em>one</em></div></title><link rel="alternate" href="/2"/>
            <updated>2026-09-06T10:00:00Z</updated><author><name>Ann Example</name></author><author><name>Bo Sample</name></author></entry>
        </feed>
        """;

    [Theory]
    [InlineData(Rss2, "https://lab.example/one|Features & circuits|2026-09-01|Ann Example;Bo Sample", "https://lab.example/two|Second post||Bo Sample", "|Third||")]
    [InlineData(Rss1, "https://old.example/1|First|2026-05-03|Example, Ann")]
    [InlineData(Rss091, "https://ancient.example/1|Café news||")]
    [InlineData(Atom, "https://blog.example/1|On probes & models|2026-09-01|Whole Team", "/2|Second one|2026-09-06|Ann Example;Bo Sample")]
    [InlineData("<rss><channel></channel></rss>")]
    public void Each_dialect_gives_link_title_date_and_authors(string feed, params string[] expected)
    {
        var content = FeedParser.Parse(FeedText.Decode(Encoding.UTF8.GetBytes(feed), "application/xml"));

        Assert.True(content.IsFeed);
        Assert.Null(content.Defect);
        Assert.Equal(expected, content.Entries.Select(entry => $"{entry.Link}|{entry.Title}|{entry.Published}|{string.Join(';', entry.Authors)}"));
    }

    [Theory]
    [InlineData("AT&T & friends", "AT&T & friends")]
    [InlineData("a &mdash; b &nosuch; &#8212; &amp;", "a — b &nosuch; — &")]
    [InlineData("<![CDATA[R&D &nbsp;now]]>", "R&D now")]
    public void Entities_and_ampersands_that_are_no_XML_are_read_as_meant(string written, string title) =>
        Assert.Equal(title, Assert.Single(FeedParser.Parse(FeedText.Decode(Encoding.UTF8.GetBytes($"<rss><channel><item><title>{written}</title></item></channel></rss>"), "text/xml")).Entries).Title);

    [Theory]
    [InlineData("<html><body>Checking your browser</body></html>")]
    [InlineData("{\"error\":\"no\"}")]
    [InlineData("")]
    [InlineData("<?xml version='1.0'?><data><title>x</title></data>")]
    public void What_is_no_feed_is_told_from_an_empty_one(string text) => Assert.False(FeedParser.Parse(text).IsFeed);

    [Theory]
    [InlineData("<rss><channel><item><title>Whole</title><link>https://a.example/1</link></item><item><title>Cut", 2)]
    [InlineData("<rss><channel><item><title>Whole</title></item><item><title>A < B</title></item></channel></rss>", 2)]
    [InlineData("<rss><channel><item><title>Whole</title></item></channel></wrong>", 1)]
    public void What_came_before_a_defect_is_kept(string feed, int entries)
    {
        var content = FeedParser.Parse(feed);

        Assert.StartsWith("malformed XML", content.Defect, StringComparison.Ordinal);
        Assert.Equal("Whole", content.Entries[0].Title);
        Assert.Equal(entries, content.Entries.Count);
    }

    [Fact]
    public void No_entity_is_expanded_and_nothing_is_read_from_elsewhere()
    {
        const string feed = """
            <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY file SYSTEM "file:///etc/hostname">]>
            <rss><channel><item><title>[&b;][&file;]</title></item></channel></rss>
            """;

        var entry = Assert.Single(FeedParser.Parse(FeedText.Decode(Encoding.UTF8.GetBytes(feed), "text/xml")).Entries);

        Assert.Equal("[&b;][&file;]", entry.Title);
    }

    [Theory]
    [InlineData("<rss><channel><item>", "<x>")]
    [InlineData("<rss><channel><item><title>", "<b>")]
    public void Deep_nesting_ends_the_reading_soon(string start, string nested)
    {
        var watch = Stopwatch.StartNew();
        var content = FeedParser.Parse(start + string.Concat(Enumerable.Repeat(nested, 400_000)));

        Assert.Contains("nested deeper", content.Defect, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Theory]
    [InlineData("utf-8", "application/xml", "<?xml version='1.0' encoding='utf-8'?>")]
    [InlineData("windows-1252", "application/xml", "<?xml version='1.0' encoding='windows-1252'?>")]
    [InlineData("windows-1252", "application/xml; charset=windows-1252", "<?xml version='1.0' encoding='utf-8'?>")]
    [InlineData("windows-1252", "application/xml", "<?xml version='1.0' encoding='utf-8'?>")]
    [InlineData("windows-1252", "application/xml", "")]
    [InlineData("utf-8", "text/xml; charset=us-ascii", "")]
    [InlineData("utf-8", "text/xml; charset=\"no-such-set\"", "")]
    [InlineData("utf-8", "text/xml", "<?xml version='1.0' encoding='utf-16'?>")]
    [InlineData("utf-8", "text/xml", "<?xml version='1.0' encoding='utf-7'?>")]
    public void Characters_survive_wrong_and_missing_declarations(string actual, string contentType, string declaration)
    {
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(actual) ?? Encoding.GetEncoding(actual);

        var text = FeedText.Decode(bytes.GetBytes(declaration + "<rss><channel><item><title>Köln é</title></item></channel></rss>"), contentType);

        Assert.Equal("Köln é", Assert.Single(FeedParser.Parse(text).Entries).Title);
    }

    [Fact]
    public void Byte_order_marks_go_before_everything()
    {
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("<?xml version='1.0' encoding='gb2312'?><rss><channel><item><title>é</title></item></channel></rss>")];
            Assert.Equal("é", Assert.Single(FeedParser.Parse(FeedText.Decode(bytes, "text/xml; charset=us-ascii")).Entries).Title);
        }
    }

    [Fact]
    public void Characters_that_no_database_takes_are_left_out() =>
        Assert.Equal("a b\uFFFD", Assert.Single(FeedParser.Parse(FeedText.Decode("<rss><channel><item><title>a\0 b&#xD800;</title></item></channel></rss>"u8.ToArray(), "text/xml")).Entries).Title);
}
