namespace HypeWatch.Tests.Reading;

/// <summary>What of a page belongs to its document.</summary>
public sealed class MainContentTests
{
    private const string Article = """
        <p>Otters swim in ponds, rivers and seas, and they do it, as far as anyone knows, all year round.</p>
        <p>They eat fish, crabs and urchins, which they open, when shells are hard, with stones.</p>
        <p>Young otters float before they swim, so that, for some weeks, their mothers tie them to kelp.</p>
        """;

    [Theory]
    [InlineData("<div class='related-posts'><h3>More</h3><ul><li><a href=/a>Ten best ponds of the year</a></li><li><a href=/b>Otters at the fair again</a></li></ul></div>", "Ten best ponds")]
    [InlineData("<div><ul><li><a href=/a>Ten best ponds</a></li><li><a href=/b>Otters at the fair</a></li></ul><a href=/c>All ponds</a></div>", "All ponds")]
    [InlineData("<form><p>Leave your address for our letters</p><input><input><button>Send</button></form>", "Leave your address")]
    [InlineData("<div class='socialShare'><span>Share this with otters</span></div>", "Share this")]
    [InlineData("<section class='newsletterSignup'><p>Get otters by mail, every week.</p></section>", "Get otters by mail")]
    [InlineData("<div role=complementary><p>About this site: it is about otters.</p></div>", "About this site")]
    public async Task Boxes_around_and_inside_an_article_are_left_out(string box, string words)
    {
        var inside = await SavedPage.VersionAsync($"<html><body><div class=page><h1>Otters</h1>{Article}{box}</div></body></html>", "text/html");
        var around = await SavedPage.VersionAsync($"<html><body>{box}<div class=page><h1>Otters</h1>{Article}</div>{box}</body></html>", "text/html");
        foreach (var version in new[] { inside, around })
        {
            Assert.DoesNotContain(words, version.Text, StringComparison.Ordinal);
            Assert.Contains("Otters swim in ponds", version.Text, StringComparison.Ordinal);
            Assert.Contains("tie them to kelp", version.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("<ul><li>They swim, float and dive.</li><li>They open shells with stones.</li></ul>", "open shells")]
    [InlineData("<blockquote><p>No otter was harmed.</p></blockquote>", "No otter was harmed")]
    [InlineData("<div class=footnotes><ol><li>Counted in <a href=/x>spring</a>.</li></ol></div>", "Counted in spring")]
    [InlineData("<section class=references><h2>References</h2><ol><li><a href=/p1>Ruiz 2020. Otters.</a></li><li><a href=/p2>Chen 2021. Ponds.</a></li></ol></section>", "Ruiz 2020")]
    [InlineData("<pre>otter.swim()</pre>", "otter.swim()")]
    [InlineData("<table><tr><th>Pond</th><th>Otters</th></tr><tr><td><a href=/n>North</a></td><td>4</td></tr></table>", "North | 4")]
    public async Task Lists_quotes_notes_references_code_and_tables_of_an_article_stay(string part, string words) =>
        Assert.Contains(words, (await SavedPage.VersionAsync($"<html><body><div class=page><h1>Otters</h1>{Article}{part}</div></body></html>", "text/html")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_short_page_is_read_whole()
    {
        var version = await SavedPage.VersionAsync("<html><body><div class=promo><p>Otters are back in the pond.</p></div></body></html>", "text/html");
        Assert.Contains("back in the pond", version.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bold_line_opens_a_section()
    {
        var version = await SavedPage.VersionAsync($"<html><body><div class=page><h1>Otters</h1>{Article}<p><strong>Limitations</strong></p><p>We watched one pond only, in one summer, and we cannot say more than that.</p></div></body></html>", "text/html");
        var passage = Assert.Single(version.Passages, passage => version.TextOf(passage).StartsWith("We watched", StringComparison.Ordinal));
        Assert.Equal(HypeWatch.Model.Place.Limitations, passage.Place);
        Assert.Equal("Limitations", passage.Heading.Split(" > ")[^1]);
    }

    [Theory]
    [InlineData("<title>Otters at night | Pond Times</title>", "Otters at night")]
    [InlineData("<title>Otters at night - Pond Times</title><meta property='og:site_name' content='Pond Times'>", "Otters at night")]
    [InlineData("<title>Pond Times</title><meta property='og:title' content='Otters at night'>", "Otters at night")]
    [InlineData("<title>Otters - and how they sleep - at night</title>", "Otters - and how they sleep - at night")]
    public async Task A_title_is_told_from_the_sites_name(string head, string expected) =>
        Assert.Equal(expected, (await SavedPage.VersionAsync($"<html><head>{head}</head><body>{Article}</body></html>", "text/html")).Document.Title);

    [Fact]
    public async Task Titles_that_differ_are_all_kept_with_their_places()
    {
        var version = await SavedPage.VersionAsync($"<html><head><title>Otters sleep</title><meta property='og:title' content='Otters are geniuses'></head><body><h1>Otters sleep</h1>{Article}</body></html>", "text/html");
        Assert.Equal(["meta:og:title: Otters are geniuses", "title: Otters sleep", "h1: Otters sleep"], version.Titles.Select(title => $"{title.Basis}: {title.Text}"));
    }

    [Theory]
    [InlineData("<p class=byline>By Ada Ruiz and Bo Chen, March 5, 2024</p>", "Ada Ruiz; Bo Chen")]
    [InlineData("<span class=author>Von Ada Ruiz</span>", "Ada Ruiz")]
    [InlineData("<a rel=author href=/ada>Ada Ruiz</a>", "Ada Ruiz")]
    [InlineData("<div class=comments><div class=comment><span class=author>maris</span><p>Nice.</p></div></div>", "")]
    public async Task A_byline_names_the_authors_and_a_comment_does_not(string line, string expected) =>
        Assert.Equal(expected, string.Join("; ", (await SavedPage.VersionAsync($"<html><body><div class=page><h1>Otters</h1>{line}{Article}</div></body></html>", "text/html")).Document.Authors));
}
