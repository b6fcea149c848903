using AngleSharp.Html.Parser;
using HypeWatch.Digests;
using HypeWatch.Model;
using HypeWatch.Tests.Digests;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.App.Tests.Digests;

public sealed class DigestRendererTests
{
    private static readonly string[] Order = ["This week", "Flags", "What moved", "Predictions", "Best calibrated", "Corrections and replies", "Flags by kind", "Sources"];
    private static readonly DigestComposer Composer = new(new() { BaseUrl = "https://watch.example", UnsubscribeKey = new('k', 16) });

    [Fact]
    public void Both_renderings_have_the_sections_in_one_order()
    {
        var issue = Composer.Compose(SampleDigest.Full);
        var headings = new HtmlParser().ParseDocument(Html(issue)).QuerySelectorAll("h2").Select(heading => heading.TextContent);
        Assert.Equal(Order, headings);
        var lines = DigestTextRenderer.Render(issue).Split('\n');
        Assert.Equal(Order, lines.Where((line, i) => i + 1 < lines.Length && lines[i + 1].Length == line.Length && lines[i + 1].All(c => c == '-') && line.Length > 2));
    }

    [Fact]
    public void Text_and_html_hold_the_same_claims()
    {
        var issue = Composer.Compose(SampleDigest.Full with { LanguageModel = null, WatchList = [SampleDigest.Flag(7, 3, 0.4)] });
        Assert.True(issue.ClaimIds.Count >= 6);
        string text = DigestTextRenderer.Render(issue), html = Html(issue);
        Assert.All(issue.ClaimIds, claim =>
        {
            Assert.Contains(claim.Value, text, StringComparison.Ordinal);
            Assert.Contains(claim.Value, html, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_quote_comes_first_and_the_judgement_last()
    {
        var issue = Composer.Compose(SampleDigest.Full);
        var item = issue.Flags.Items[0];
        foreach (var rendering in new[] { DigestTextRenderer.Render(issue).ReplaceLineEndings(" "), new HtmlParser().ParseDocument(Html(issue)).Body!.TextContent })
        {
            var places = new[] { item.Quote, item.Said[..30], item.RestsOn[..20], item.SpeaksFor[..20], item.Judgement[..20] }.Select(part => rendering.IndexOf(part, StringComparison.Ordinal)).ToList();
            Assert.DoesNotContain(-1, places);
            Assert.Equal(places.Order(), places);
        }
    }

    [Fact]
    public void The_scale_pair_is_drawn_as_cells_and_as_characters()
    {
        var issue = Composer.Compose(SampleDigest.Full);
        var rows = new HtmlParser().ParseDocument(Html(issue)).QuerySelectorAll("table table table tr").Take(2).Select(row => string.Concat(row.QuerySelectorAll("td").Select(cell => cell.TextContent)));
        Assert.Equal(["claimed·····●S5 closure or guarantee", "licensed··●···S2 a regularity on a sample"], rows);
        Assert.Contains("claimed  ·····● S5 closure or guarantee\nlicensed ··●··· S2 a regularity on a sample\n", DigestTextRenderer.Render(issue), StringComparison.Ordinal);
    }

    [Fact]
    public void A_licence_that_is_not_known_looks_like_none_that_is()
    {
        var issue = Composer.Compose(SampleDigest.Empty with { Flags = [SampleDigest.Flag(1, claim: SampleDigest.Claim(1, warrant: null))] });
        Assert.Contains("licensed ?????? could not be judged", DigestTextRenderer.Render(issue), StringComparison.Ordinal);
        Assert.Contains(">could not be judged</td>", Html(issue), StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        const string attack = "</title><script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover=\"x' {{ }} \u202emoc.live\u001b[31m\r\nBcc: all@example.org";
        var claim = SampleDigest.Claim(1, quote: NormalizedText.From(attack), title: attack, publisher: attack);
        var input = SampleDigest.Full with
        {
            Flags = [SampleDigest.Flag(1, claim: claim, rationale: attack)], LanguageModel = attack,
            Corrections = [new(CorrectionKind.Reply, attack, null, "javascript:alert(1)")], Sources = [new(attack, SourceState.Unreachable, 0, null, attack)],
        };
        var issue = Composer.Compose(input);
        var page = new HtmlParser().ParseDocument(Html(issue));
        Assert.Empty(page.QuerySelectorAll("script, img, iframe, object, form, input, link, base"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(issue.Subject, page.Title);
        var text = DigestTextRenderer.Render(issue);
        Assert.DoesNotContain(text, c => (char.IsControl(c) && c != '\n') || c == '\u202e');
    }

    [Theory]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("//evil.example/x", false)]
    [InlineData("https://bank.example@evil.example/", false)]
    [InlineData("https://courier.example/a?b=c", true)]
    [InlineData("http://courier.example/", true)]
    [InlineData(null, false)]
    public void Only_plain_web_addresses_become_links(string? url, bool linked) => Assert.Equal(linked, DigestLink.TryCreate("x", url) is not null);

    [Fact]
    public void Every_link_shows_its_host_and_nothing_is_fetched()
    {
        var html = Html(Composer.Compose(SampleDigest.Full));
        var page = new HtmlParser().ParseDocument(html);
        var links = page.QuerySelectorAll("a");
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Contains($"({new Uri(link.GetAttribute("href")!).Host})", link.ParentElement!.TextContent, StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("[src], [background]"));
        Assert.DoesNotContain("url(", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Dark_mode_is_declared()
    {
        var html = Html(Composer.Compose(SampleDigest.Full));
        Assert.Contains("<meta name=\"color-scheme\" content=\"light dark\">", html, StringComparison.Ordinal);
        Assert.Contains("<meta name=\"supported-color-schemes\" content=\"light dark\">", html, StringComparison.Ordinal);
        Assert.Contains("@media (prefers-color-scheme:dark)", html, StringComparison.Ordinal);
        // Where styles are stripped, the light colours stand inline.
        Assert.All(new HtmlParser().ParseDocument(html).QuerySelectorAll("h1, h2, p, blockquote"), element => Assert.Contains("color:#", element.GetAttribute("style"), StringComparison.Ordinal));
    }

    [Fact]
    public void The_worst_digest_stays_below_what_mail_clients_clip()
    {
        var html = Html(Composer.Compose(Worst()));
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(html), 20_000, 100_000);
    }

    [Fact]
    public void A_full_week_reads_in_a_few_minutes()
    {
        var words = DigestTextRenderer.Render(Composer.Compose(SampleDigest.Full with { Flags = [.. Enumerable.Range(1, 9).Select(i => SampleDigest.Flag(i))], Moves = [.. Enumerable.Range(1, 9).Select(i => SampleDigest.Move(i))] }))
            .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Count(word => word.Any(char.IsLetter) && !word.Contains("://", StringComparison.Ordinal));
        Assert.InRange(words, 600, 1100);
    }

    [Fact]
    public void A_week_without_anything_new_is_a_mail_of_five_lines()
    {
        var text = DigestTextRenderer.Render(Composer.Compose(SampleDigest.Empty with { Sources = [new("Courier", SourceState.Answered, 2)] }));
        Assert.InRange(text.TrimEnd('\n').Split('\n').Length, 3, 6);
        Assert.Contains("Nothing new.", text, StringComparison.Ordinal);
        Assert.Contains("Sources: 1 answered.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_source_is_told_even_in_five_lines() =>
        Assert.Contains("Courier: unreachable", DigestTextRenderer.Render(Composer.Compose(SampleDigest.Empty with { Sources = [new("Courier", SourceState.Unreachable, 0)] })), StringComparison.Ordinal);

    [Fact]
    public void The_text_keeps_to_72_columns_where_words_allow() =>
        Assert.All(DigestTextRenderer.Render(Composer.Compose(SampleDigest.Full)).Split('\n'), line => Assert.True(line.Length <= 72 || !line.Contains(' ', StringComparison.Ordinal) || line.Contains("://", StringComparison.Ordinal), line));

    [Theory]
    [InlineData("digest.txt")]
    [InlineData("digest.html")]
    public void The_whole_digest_is_as_approved(string file)
    {
        var issue = Composer.Compose(SampleDigest.Full);
        var actual = file.EndsWith(".txt", StringComparison.Ordinal) ? DigestTextRenderer.Render(issue) : Html(issue);
        Approved.Check("Digests", file, actual);
    }

    private static string Html(DigestIssue issue) => Pages.Html(issue);

    private static DigestInput Worst()
    {
        var endless = string.Concat(Enumerable.Repeat("überlong \"words\" & <tags> ", 400));
        return SampleDigest.Full with
        {
            LanguageModel = null,
            Flags = [.. Enumerable.Range(1, 50).Select(i => SampleDigest.Flag(i, claim: SampleDigest.Claim(i, endless + i, title: endless, publisher: endless), rationale: endless))],
            WatchList = [.. Enumerable.Range(60, 50).Select(i => SampleDigest.Flag(i, 3, 0.4, claim: SampleDigest.Claim(i, endless + i, title: endless, publisher: endless), rationale: endless))],
            Moves = [.. Enumerable.Range(1, 50).Select(i => SampleDigest.Move(i))],
            Corrections = [.. Enumerable.Range(1, 20).Select(_ => new DigestCorrection(CorrectionKind.Correction, endless))],
            Sources = [.. Enumerable.Range(1, 30).Select(i => new SourceHealth($"{i} {endless}", SourceState.Unreachable, 0, null, endless))],
        };
    }
}
