using System.Net;
using System.Text.RegularExpressions;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;
using HypeWatch.App.Web.Pages;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.App.Tests.Web;

/// <summary>What others of our sort got wrong on the web (threats 27 to 43), tried on every page that can be reached. SQL itself is tried in the tests of the two readers.</summary>
public sealed partial class ThreatTests : IAsyncLifetime, IDisposable
{
    private const string Markup = "<script>alert(1)</script><img src=x onerror=alert(2)></title><style>*{color:red}</style>\" onmouseover=\"alert(3)";

    private readonly TemporaryFolder folder = new();
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        var hostile = WebUtility.HtmlEncode(Markup);
        folder.Write("hostile.html", $"<html><head><title>{hostile} SAE features</title></head><body><article><h1>{hostile} features</h1><p>{hostile} Sparse autoencoders can be used to detect deception in all language models. We trained sparse autoencoders on one layer of a language model.</p></article></body></html>");
        folder.Write("hostile.source.json", $$"""{"publisher": {{System.Text.Json.JsonSerializer.Serialize(Markup)}}, "authors": [{{System.Text.Json.JsonSerializer.Serialize(Markup)}}], "kind": "blog", "published": "2026-01-05", "url": "https://leek.example/x"}""");
        (await CommandRun.OfAsync("add", "--any-topic", folder.Path, "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        site = await RunningSite.StartAsync(folder, ("Web:ReviewToken", "a token of enough length"));
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Threats_27_28_and_30_no_words_of_a_text_become_markup_style_or_a_foreign_link_on_any_page()
    {
        var (waiting, seen) = (new Queue<string>(["/", "/flags?all=1", "/claims", "/documents", "/releases", "/sql/claims-with-words?words=deception", "/review"]), new HashSet<string>(StringComparer.Ordinal));
        var flagged = false;
        while (waiting.TryDequeue(out var path) && seen.Count < 120)
        {
            if (!seen.Add(path)) continue;
            using var answer = await site.Web.GetAsync(path);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var page = await answer.Content.ReadAsStringAsync();
            flagged |= page.Contains("alert(1)", StringComparison.Ordinal);
            foreach (var tag in Tag().Matches(page).Select(match => match.Value))
            {
                Assert.False(tag.StartsWith("<script", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("<style", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("<img", StringComparison.OrdinalIgnoreCase), $"{path}: {tag}");
                Assert.DoesNotMatch(Handler(), Quoted().Replace(tag, "\"\""));
            }

            foreach (var link in Link().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups["to"].Value)))
            {
                Assert.True(link.StartsWith('/') || link.StartsWith('#') || link.StartsWith("https://", StringComparison.Ordinal) || link.StartsWith("http://", StringComparison.Ordinal), $"{path}: {link}");
                Assert.False(link.StartsWith("//", StringComparison.Ordinal) || link.StartsWith("/\\", StringComparison.Ordinal), $"{path}: {link}");
                if (link.StartsWith('/') && !Path.HasExtension(link.Split('?')[0])) waiting.Enqueue(link.Split('#')[0]);
            }
        }

        Assert.True(flagged && seen.Count > 15, $"{seen.Count} pages seen");
    }

    [Fact]
    public async Task Threat_29_no_answer_gives_an_archived_page_as_a_page()
    {
        foreach (var path in (string[])["/documents.json", "/documents.csv", "/documents.ndjson", "/documents.atom", "/works.bib", "/sql.csv?sql=select%201", "/flags.jsonld"])
        {
            using var answer = await site.Web.GetAsync(path);
            Assert.DoesNotContain("html", answer.Content.Headers.ContentType!.MediaType!, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user:secret@host.example/")]
    [InlineData("vbscript:x")]
    [InlineData("//host.example/x")]
    [InlineData("\\\\host.example\\x")]
    [InlineData("not an address")]
    public void Threat_30_only_plain_web_addresses_are_linked(string url) => Assert.Null(Facts.Link(url));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1+1")]
    [InlineData("-1+1")]
    [InlineData("@SUM(1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public async Task Threat_31_no_cell_of_a_file_is_a_formula(string cell)
    {
        var csv = await site.Web.GetStringAsync("/sql.csv?cell=" + Uri.EscapeDataString(cell) + "&sql=" + Uri.EscapeDataString("select :cell as x"));
        Assert.Contains("'" + cell[0], csv, StringComparison.Ordinal);
        Assert.DoesNotContain("\n" + cell, csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("///evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/%5cevil.example")]
    [InlineData("/%2f%2fevil.example")]
    [InlineData("/review?next=//evil.example")]
    [InlineData("/c/..%2f..%2fevil.example")]
    public async Task Threat_33_no_address_leads_elsewhere(string path)
    {
        using var answer = await SendRawAsync(path);
        Assert.Null(answer.Headers.Location);
        Assert.True((int)answer.StatusCode is < 300 or >= 400, $"{path}: {answer.StatusCode}");
    }

    [Theory]
    [InlineData("/../hypewatch.db")]
    [InlineData("/%2e%2e/hypewatch.db")]
    [InlineData("/style.css/../../appsettings.json")]
    [InlineData("/snapshots/..%2f/hypewatch.db")]
    [InlineData("/digests/..%2f..%2fhypewatch")]
    [InlineData("/sql/..%2f..%2fmigrations%2f2026-11-24-core")]
    public async Task Threat_34_no_file_beside_the_pages_is_served(string path)
    {
        using var answer = await SendRawAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("SQLite format", body, StringComparison.Ordinal);
        Assert.DoesNotContain("CREATE TABLE", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Threat_34_whoever_is_not_signed_in_gets_the_form_whatever_the_method_or_spelling()
    {
        foreach (var path in (string[])["/review/log", "/review/flags/x", "/REVIEW/LOG", "/review/log/", "/review//log"])
        {
            using var answer = await SendRawAsync(path);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode != HttpStatusCode.OK || body.Contains("name=\"token\"", StringComparison.Ordinal), $"{path}: {answer.StatusCode}");
            Assert.DoesNotContain("name=\"verdict\"", body, StringComparison.Ordinal);
            using var put = new HttpRequestMessage(HttpMethod.Put, path);
            using var other = await site.Web.SendAsync(put);
            Assert.NotEqual(HttpStatusCode.OK, other.StatusCode);
        }
    }

    [Theory]
    [InlineData("/f/x/reply")]
    [InlineData("/check")]
    [InlineData("/review/sign-in")]
    public async Task Threat_35_a_form_that_another_page_sends_is_refused(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([KeyValuePair.Create("text", "x")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var answer = await site.Web.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Threat_35_a_get_changes_nothing()
    {
        var before = Rows.Of(Path.Combine(folder.Data, "hypewatch.db"), folder.Path);
        foreach (var path in (string[])["/f/x/reply?text=x", "/check?text=x", "/review/sign-out", "/claims?delete=1", "/sql?sql=select%201"])
            using (await SendRawAsync(path)) { }

        var after = Rows.Of(Path.Combine(folder.Data, "hypewatch.db"), folder.Path);
        foreach (var table in before.Keys) Assert.Equal(before[table], after[table]);
    }

    [Fact]
    public async Task Threat_36_nothing_tells_a_version_or_names_of_tables_that_are_not_offered()
    {
        foreach (var path in (string[])["/", "/healthz", "/no-such-page", "/claims.json?x=1", "/sql.json?sql=select%20*%20from%20sqlite_master", "/sql.json?sql=select%20*%20from%20nothing"])
        {
            using var answer = await site.Web.GetAsync(path);
            Assert.False(answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By"), path);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotContain("CREATE TABLE", body, StringComparison.Ordinal);
            Assert.DoesNotContain(folder.Data, body, StringComparison.Ordinal);
            Assert.DoesNotContain("   at HypeWatch", body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("a token of enough lengt")]
    [InlineData("a token of enough length ")]
    [InlineData("a token of enough lengtI")]
    [InlineData("b token of enough length")]
    [InlineData("A TOKEN OF ENOUGH LENGTH")]
    public async Task Threat_37_a_token_that_is_nearly_right_is_as_wrong_as_any(string token)
    {
        using var form = new FormUrlEncodedContent([new("token", token), new("name", "X"), new("affiliation", "none")]);
        using var answer = await site.Web.PostAsync("/review/sign-in", form);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("src/HypeWatch.App/Web/Reviewing/ReviewSession.cs")]
    [InlineData("src/HypeWatch/Digests/Subscribers/SubscriptionTokens.cs")]
    public void Threat_37_secrets_are_compared_in_the_same_time_wherever_they_differ(string path)
    {
        var code = File.ReadAllText(Repository.Path(path));
        Assert.Contains("CryptographicOperations.FixedTimeEquals(", code, StringComparison.Ordinal);
        // Neither a secret nor a signature is compared as a text anywhere in it.
        Assert.DoesNotMatch("(?i)(token|signature|mac|mark|secret)\\w*\\s*(==|!=)\\s*(?!null|\\{)|(token|signature|mac|mark|secret)\\w*\\.(Equals|SequenceEqual)\\(", code);
    }

    [Fact]
    public void Threat_38_it_listens_on_loopback_alone() => Assert.All(site.App.Urls, url => Assert.Equal("127.0.0.1", new Uri(url).Host));

    [Theory]
    [InlineData("/claims.json?_sort=id]")]
    [InlineData("/claims.json?_sort=quote;drop table claims")]
    [InlineData("/claims.json?_sort=(select 1)")]
    [InlineData("/claims.json?_facet=1 from claims--")]
    [InlineData("/claims.json?id]__exact=1")]
    [InlineData("/flags.json?\"id\"=1")]
    public async Task Threats_39_and_43_a_name_that_is_no_column_never_gets_into_a_statement(string path)
    {
        using var answer = await site.Web.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Threat_39_a_column_that_a_reader_names_oddly_stays_a_name()
    {
        var page = await site.Web.GetStringAsync("/sql?sql=" + Uri.EscapeDataString("select 1 as \"<b>]\""));
        Assert.Contains("&lt;b&gt;]", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attach database ':memory:' as x")]
    [InlineData("vacuum into '/tmp/x.db'")]
    [InlineData("select 1; vacuum")]
    [InlineData("with x as (select 1) insert into claims select * from x")]
    [InlineData("select * from pragma_table_info('claims')")]
    [InlineData("select writefile('/tmp/x', 'x')")]
    [InlineData("with recursive n(i) as (select 1 union all select i + 1 from n) select count(*) from n")]
    public async Task Threats_40_and_41_what_leaves_the_views_or_never_ends_is_refused_on_the_page_too(string sql)
    {
        using var answer = await site.Web.GetAsync("/sql.json?sql=" + Uri.EscapeDataString(sql));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    // The path goes out as it stands, without being made plain first.
    private Task<HttpResponseMessage> SendRawAsync(string path)
    {
        var address = site.Web.BaseAddress!.GetLeftPart(UriPartial.Authority) + path;
        return site.Web.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })));
    }

    [GeneratedRegex("<[a-zA-Z/!](?:\"[^\"]*\"|[^>\"])*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("\"[^\"]*\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted();

    [GeneratedRegex("\\son[a-z]+\\s*=", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Handler();

    [GeneratedRegex("<a [^>]*href=\"(?<to>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
