using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Web;

public sealed partial class PagesTests : IAsyncLifetime, IDisposable
{
    private const string Hostile = "<script>alert(1)</script> Sparse autoencoders can be used to detect deception in all language models.";

    private readonly TemporaryFolder folder = new();
    private RunningSite site = null!;

    private HttpClient Web => site.Web;

    public async Task InitializeAsync()
    {
        folder.Write("paper.html", AddTests.Page);
        folder.Write("hostile.html", $"<html><head><title>&lt;img src=x onerror=alert(2)&gt; SAE features</title></head><body><article><h1>SAE features</h1><p>{Hostile.Replace("<", "&lt;", StringComparison.Ordinal)} We trained sparse autoencoders on one layer of a language model.</p></article></body></html>");
        (await CommandRun.OfAsync("add", "--any-topic", Path.Combine(folder.Path, "paper.html"), Path.Combine(folder.Path, "hostile.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        site = await RunningSite.StartAsync(folder);
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    public void Dispose()
    {
        folder.Dispose();
    }

    [Fact]
    public async Task From_the_list_of_flags_a_reader_gets_to_the_flag_and_to_its_claim()
    {
        var list = await Web.GetStringAsync("/flags?all=1");
        var flag = await Web.GetStringAsync(FlagLink().Match(list).Groups["path"].Value);
        Assert.Contains("What would clear it", flag, StringComparison.Ordinal);
        Assert.Contains("What speaks for the authors", flag, StringComparison.Ordinal);
        var claim = await Web.GetStringAsync(ClaimLink().Match(flag).Groups["path"].Value);
        // The words come before the judgement.
        Assert.True(claim.IndexOf("<blockquote>", StringComparison.Ordinal) < claim.IndexOf("severity", StringComparison.Ordinal));
        Assert.Contains("licensed by evidence", claim, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/flags")]
    [InlineData("/claims?q=autoencoders")]
    [InlineData("/claims?min_strength=S5&headline=1")]
    [InlineData("/releases")]
    [InlineData("/documents?_facet=kind")]
    [InlineData("/works?q=autoencoders")]
    [InlineData("/flags?all=1&_facet=asserter")]
    [InlineData("/about/accuracy")]
    [InlineData("/about")]
    [InlineData("/predictions")]
    [InlineData("/sources")]
    [InlineData("/sql")]
    [InlineData("/sql/strength-by-kind")]
    [InlineData("/snapshots")]
    [InlineData("/claims?_as_of=2100-01-01")]
    public async Task Every_page_is_one_document_with_a_language_a_title_and_no_script(string path)
    {
        using var answer = await Web.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Single(Heading().Matches(page));
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("onerror=alert", page.Replace("&lt;img src=x onerror=alert", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var policy = string.Concat(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/flags.json?all=1")]
    [InlineData("/claims.json?q=autoencoders")]
    public async Task A_list_has_the_same_rows_as_json(string path)
    {
        using var json = JsonDocument.Parse(await Web.GetStringAsync(path));
        var page = await Web.GetStringAsync(path.Replace(".json", "", StringComparison.Ordinal));
        var rows = json.RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.NotEmpty(rows);
        foreach (var row in rows)
            Assert.Contains(row.TryGetProperty("flag", out var flag) ? flag.GetProperty("id").GetString()! : row.GetProperty("claim").GetProperty("id").GetString()!, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/flags?status=perhaps", HttpStatusCode.BadRequest, "perhaps")]
    [InlineData("/flags?min_severity=9", HttpStatusCode.BadRequest, "known: 0, 1, 2, 3, 4, 5")]
    [InlineData("/flags?code=OC99", HttpStatusCode.BadRequest, "OC99")]
    [InlineData("/claims?order=quote;drop", HttpStatusCode.BadRequest, "there is no filter")]
    [InlineData("/claims?offset=-1", HttpStatusCode.BadRequest, "whole number")]
    [InlineData("/c/clm-none", HttpStatusCode.NotFound, "there is no claim")]
    [InlineData("/f/flg-none.json", HttpStatusCode.NotFound, "there is no flag")]
    [InlineData("/r/rel-none", HttpStatusCode.NotFound, "there is no release")]
    [InlineData("/d/doc-none", HttpStatusCode.NotFound, "there is no document")]
    [InlineData("/no/such/page", HttpStatusCode.NotFound, "no such page")]
    [InlineData("/w/none.json", HttpStatusCode.NotFound, "there is no work")]
    public async Task What_makes_no_sense_is_said_in_one_line(string path, HttpStatusCode status, string words)
    {
        using var answer = await Web.GetAsync(path);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_read_whole_with_its_claims_marked_and_nothing_of_it_is_markup()
    {
        var documents = System.Text.Json.JsonDocument.Parse(await Web.GetStringAsync("/documents.json")).RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(2, documents.Count);
        foreach (var document in documents)
        {
            var path = "/d/" + document.GetProperty("id").GetString();
            var page = await Web.GetStringAsync(path);
            var json = System.Text.Json.JsonDocument.Parse(await Web.GetStringAsync(path + ".json")).RootElement;
            var marks = Mark().Matches(page).Select(match => match.Groups["id"].Value).ToList();
            Assert.NotEmpty(marks);
            Assert.Subset(json.GetProperty("claims").EnumerateArray().Select(mark => mark.GetProperty("claim").GetString()!).ToHashSet(), marks.ToHashSet());
            var shown = Tag().Replace(page[page.IndexOf("<div class=\"text\">", StringComparison.Ordinal)..page.LastIndexOf("</div>", StringComparison.Ordinal)], "");
            Assert.Equal(json.GetProperty("text").GetString()!.Trim(), WebUtility.HtmlDecode(shown).Trim());
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            // The claim's page shows the words marked in their surroundings.
            Assert.Contains($"<a href=\"/c/{marks[0]}\"", await Web.GetStringAsync("/c/" + marks[0]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_texts_are_not_public_a_page_shows_each_claim_with_its_surroundings_alone()
    {
        await using var shown = await RunningSite.StartAsync(folder, ("Web:Publication", "public"));
        var id = System.Text.Json.JsonDocument.Parse(await Web.GetStringAsync("/documents.json?claims__gt=0")).RootElement.GetProperty("rows")[0].GetProperty("id").GetString();
        Assert.Contains("Claims in their surroundings", await shown.Web.GetStringAsync("/d/" + id), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"text\"", await shown.Web.GetStringAsync("/d/" + id), StringComparison.Ordinal);
        Assert.DoesNotContain("\"text\":", await shown.Web.GetStringAsync($"/d/{id}.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_checked_on_the_page_and_nothing_of_it_is_kept()
    {
        const string Draft = "Sparse autoencoders can be used to detect deception in all language models. <b>We did not test other models.</b>";
        var before = await Web.GetStringAsync("/claims.json?_size=max&_shape=objects");
        using var answer = await Web.PostAsync("/check", new FormUrlEncodedContent([KeyValuePair.Create("text", Draft)]));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("<blockquote>Sparse autoencoders can be used to detect deception in all language models.</blockquote>", page, StringComparison.Ordinal);
        Assert.Contains("Worded alike: <a href=\"/c/clm-", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>We", page, StringComparison.Ordinal);
        Assert.Equal(Rows(before), Rows(await Web.GetStringAsync("/claims.json?_size=max&_shape=objects")));
        using var empty = await Web.PostAsync("/check", new FormUrlEncodedContent([KeyValuePair.Create("text", " ")]));
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);

        static string Rows(string json) => System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("rows").GetRawText();
    }

    [Fact]
    public async Task A_claim_that_a_later_version_left_out_is_still_found_under_its_address()
    {
        var old = System.Text.Json.JsonDocument.Parse(await Web.GetStringAsync("/claims.json?q=deception&document_title__contains=latents&_shape=objects")).RootElement.GetProperty("rows")[0];
        folder.Write("paper.html", AddTests.Page.Replace("Sparse autoencoders can be used to detect deception in all language models.", "Sparse autoencoders were tried on one layer.", StringComparison.Ordinal));
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "paper.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var id = old.GetProperty("id").GetString()!;
        Assert.DoesNotContain(id, await Web.GetStringAsync("/claims.json?_size=max"), StringComparison.Ordinal);
        var page = await Web.GetStringAsync("/c/" + id);
        Assert.Contains("detect deception in all language models", page, StringComparison.Ordinal);
        Assert.Contains("earlier version", page, StringComparison.Ordinal);
        Assert.Contains($"/d/{old.GetProperty("document_id").GetString()}?version={old.GetProperty("version_id").GetString()}#{id}", page, StringComparison.Ordinal);
        Assert.Contains("This is an earlier version", await Web.GetStringAsync($"/d/{old.GetProperty("document_id").GetString()}?version={old.GetProperty("version_id").GetString()}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_work_shows_what_contests_it_and_who_cites_it()
    {
        var id = System.Text.Json.JsonDocument.Parse(await Web.GetStringAsync("/works.json?_sort_desc=cited&_size=1")).RootElement.GetProperty("rows")[0].GetProperty("id").GetString()!;
        var page = await Web.GetStringAsync("/w/" + Uri.EscapeDataString(id));
        Assert.Contains("Contested by", page, StringComparison.Ordinal);
        Assert.Contains("Releases on its topics", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_look_like_a_query_language_find_or_find_nothing_but_never_fail()
    {
        foreach (var words in (string[])["\"", "NEAR(", "a* OR -b", "'; DROP TABLE claims; --", "%00", "%", "col:x", "(((("])
        {
            using var answer = await Web.GetAsync("/claims?q=" + Uri.EscapeDataString(words));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_name_that_was_pointed_at_this_machine_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/flags");
        request.Headers.Host = "attacker.example";
        using var answer = await Web.SendAsync(request);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.DoesNotContain("OC", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"href=""(?<path>/f/flg-[0-9a-f]+)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FlagLink();

    [GeneratedRegex(@"href=""(?<path>/c/clm-[0-9a-f]+)""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ClaimLink();

    [GeneratedRegex(@"<mark[^>]* id=""(?<id>clm-[0-9a-f]+)"">", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex("<h1>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Heading();
}
