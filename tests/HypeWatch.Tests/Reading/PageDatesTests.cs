using HypeWatch.Model;

namespace HypeWatch.Tests.Reading;

/// <summary>Dates that pages state about themselves.</summary>
public sealed class PageDatesTests
{
    private const string Body = "<p>Otters swim in ponds, rivers and seas, and they do it all year round.</p>";

    [Fact]
    public async Task Conflicting_dates_are_all_kept_and_the_most_trustworthy_goes_first()
    {
        var version = await SavedPage.VersionAsync(
            $$"""<html><head><meta property="article:published_time" content="2024-03-05T10:00:00Z"><meta property="article:modified_time" content="2024-06-01"><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-07"}</script></head><body>{{Body}}</body></html>""",
            "text/html");
        Assert.Equal("2024-03-05", version.Document.Published.ToString());
        Assert.Equal(["2024-03-05", "2024-03-07", "2024-06-01"], version.Dates.Select(date => date.Date.ToString()));
        Assert.Equal([DateRole.Published, DateRole.Published, DateRole.Modified], version.Dates.Select(date => date.Role));
        Assert.Equal("json-ld", version.Dates[1].Date.Basis);
    }

    [Fact]
    public async Task A_page_that_only_says_when_it_was_changed_was_public_by_then()
    {
        var version = await SavedPage.VersionAsync($"<html><head><meta property='article:modified_time' content='2024-06-01'></head><body>{Body}</body></html>", "text/html");
        Assert.Equal(DatePrecision.Unknown, version.Document.Published.Precision);
        Assert.Null(version.Document.Published.NotBefore);
        Assert.Equal(new DateOnly(2024, 6, 1), version.Document.Published.NotAfter);
    }

    [Theory]
    [InlineData("<div class='post-date'>5. März 2024</div>", "2024-03-05")]
    [InlineData("<span class=date>05.03.2024, 14:10</span>", "2024-03-05")]
    [InlineData("<p class=byline>By Ada Ruiz · March 5, 2024</p>", "2024-03-05")]
    [InlineData("<p>发布时间：2024年3月5日</p>", "2024-03-05")]
    [InlineData("<time datetime='2024-03-05'>yesterday</time>", "2024-03-05")]
    [InlineData("<time>le 5 mars 2024</time>", "2024-03-05")]
    public async Task A_visible_date_is_read_in_the_order_and_language_of_the_page(string line, string expected) =>
        Assert.Equal(expected, (await SavedPage.VersionAsync($"<html><body><h1>Otters</h1>{line}{Body}</body></html>", "text/html")).Dates[0].Date.ToString());

    [Theory]
    [InlineData("en-US", "2024-03-05")]
    [InlineData("en-GB", "2024-05-03")]
    [InlineData("fr", "2024-05-03")]
    public async Task Which_number_is_the_month_follows_from_the_pages_language(string language, string expected) =>
        Assert.Equal(expected, (await SavedPage.VersionAsync($"<html lang={language}><body><span class=date>03/05/2024</span>{Body}</body></html>", "text/html")).Dates[0].Date.ToString());

    [Fact]
    public async Task The_day_is_kept_as_its_author_printed_it_beside_the_day_in_UTC()
    {
        var version = await SavedPage.VersionAsync($"<html><head><meta property='article:published_time' content='2024-03-05T23:30:00-08:00'></head><body>{Body}</body></html>", "text/html");
        Assert.Equal("2024-03-06", version.Document.Published.ToString());
        Assert.Equal(new DateOnly(2024, 3, 5), version.Dates[0].Day);
    }

    [Fact]
    public async Task Dates_of_comments_are_not_the_pages_own()
    {
        var version = await SavedPage.VersionAsync(
            $"<html><body>{Body}<div class=comment><time datetime='2021-01-01'>later</time><p>Nice.</p></div></body></html>", "text/html");
        Assert.Empty(version.Dates);
        Assert.Equal(DatePrecision.Unknown, version.Document.Published.Precision);
    }
}
