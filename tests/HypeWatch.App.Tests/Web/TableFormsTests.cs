using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Web;

/// <summary>Every list as JSON, CSV, NDJSON and Atom, by the same question as on the page and in the terminal.</summary>
public sealed class TableFormsTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        folder.Write("paper.html", AddTests.Page.Replace("<title>", "<title>=cmd|calc ", StringComparison.Ordinal));
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "paper.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        site = await RunningSite.StartAsync(folder);
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Pages_of_one_row_are_followed_to_the_end_and_the_last_says_so()
    {
        var all = await JsonAsync("/claims.json?_size=max");
        Assert.False(all.GetProperty("truncated").GetBoolean());
        Assert.Equal(JsonValueKind.Null, all.GetProperty("next").ValueKind);
        var count = all.GetProperty("filtered_table_rows_count").GetInt32();
        Assert.True(count > 2);
        Assert.False((await JsonAsync($"/claims.json?_size={count}")).GetProperty("truncated").GetBoolean());
        var (ids, at) = (new List<string>(), "/claims.json?_size=1");
        while (at.Length > 0)
        {
            var page = await JsonAsync(at);
            ids.Add(page.GetProperty("rows")[0].GetProperty("claim").GetProperty("id").GetString()!);
            Assert.Equal(ids.Count < count, page.GetProperty("truncated").GetBoolean());
            at = page.GetProperty("next_url").GetString() ?? "";
        }

        Assert.Equal(all.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("claim").GetProperty("id").GetString()), ids);
    }

    [Fact]
    public async Task The_same_question_gives_the_same_rows_in_every_form_and_in_the_terminal()
    {
        const string Question = "?min_strength=S1&_sort_desc=strength&_facet=type";
        var json = await JsonAsync("/claims.json" + Question + "&_shape=objects");
        string[] ids = [.. json.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("id").GetString()!)];
        Assert.NotEmpty(ids);
        var lines = (await site.Web.GetStringAsync("/claims.ndjson" + Question)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ids, lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
        var csv = (await site.Web.GetStringAsync("/claims.csv" + Question)).Split('\n');
        Assert.StartsWith("id,quote,", csv[0], StringComparison.Ordinal);
        Assert.Equal(ids, csv.Skip(1).Where(line => line.StartsWith("clm-", StringComparison.Ordinal)).Select(line => line.Split(',')[0]));
        var terminal = (await CommandRun.OfAsync("claims", "--min-strength", "S1", "--sort", "-strength", "--facet", "type", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Json;
        Assert.Equal(ids, terminal.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("claim").GetProperty("id").GetString()!));
        Assert.Equal(json.GetProperty("facet_results").GetProperty("type").GetProperty("results").GetArrayLength(), terminal.GetProperty("facet_results").GetProperty("type").GetProperty("results").GetArrayLength());
        var permalink = (await CommandRun.OfAsync("claims", "--min-strength", "S1", "--where", "type__in=T1,T2", "--sort", "-strength", "--url", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Output.Trim();
        Assert.EndsWith("/claims?strength__gte=S1&type__in=T1%2CT2&_sort_desc=strength&_size=50", permalink, StringComparison.Ordinal);
        using var page = await site.Web.GetAsync(new Uri(permalink).PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Theory]
    [InlineData("/flags")]
    [InlineData("/claims")]
    [InlineData("/releases")]
    [InlineData("/documents")]
    [InlineData("/works")]
    public async Task Each_list_has_all_forms_and_the_same_error_in_each(string list)
    {
        foreach (var form in (string[])["", ".json", ".csv", ".ndjson", ".atom"])
        {
            using var answer = await site.Web.GetAsync(list + form);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var wrong = await site.Web.GetAsync(list + form + "?id__like=1");
            Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
            var words = await wrong.Content.ReadAsStringAsync();
            Assert.Contains("there is no such comparison", words, StringComparison.Ordinal);
            if (form.Length == 0) continue;
            var error = JsonDocument.Parse(words).RootElement;
            Assert.Equal((false, 400, "Bad Request"), (error.GetProperty("ok").GetBoolean(), error.GetProperty("status").GetInt32(), error.GetProperty("title").GetString()));
        }

        var feed = XDocument.Parse(await site.Web.GetStringAsync(list + ".atom?_size=3")).Root!;
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal(atom + "feed", feed.Name);
        foreach (var entry in feed.Elements(atom + "entry"))
        {
            Assert.NotEmpty(entry.Element(atom + "id")!.Value);
            Assert.NotEmpty(entry.Element(atom + "title")!.Value);
            Assert.True(DateTimeOffset.TryParse(entry.Element(atom + "updated")!.Value, System.Globalization.CultureInfo.InvariantCulture, out _));
        }
    }

    [Fact]
    public async Task No_cell_becomes_a_formula()
    {
        var csv = await site.Web.GetStringAsync("/documents.csv");
        Assert.Contains("'=cmd|calc", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=cmd|calc", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_cut_says_so_in_its_last_line_and_where_to_go_on()
    {
        await using var small = await RunningSite.StartAsync(folder, ("Queries:MaxFileRows", "2"), ("Queries:MaxPageSize", "2"));
        var lines = (await small.Web.GetStringAsync("/claims.ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        var remark = JsonDocument.Parse(lines[2]).RootElement;
        Assert.True(remark.GetProperty("truncated").GetBoolean());
        var rest = await small.Web.GetStringAsync(new Uri(remark.GetProperty("next_url").GetString()!).PathAndQuery);
        Assert.DoesNotContain(JsonDocument.Parse(lines[0]).RootElement.GetProperty("id").GetString()!, rest, StringComparison.Ordinal);
        Assert.Contains("truncated", (await small.Web.GetStringAsync("/claims.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/claims.json?_facet=type")]
    [InlineData("/flags")]
    [InlineData("/works.atom")]
    [InlineData("/about/accuracy")]
    public async Task What_a_reader_has_already_is_not_sent_again(string path)
    {
        using var first = await site.Web.GetAsync(path);
        var tag = first.Headers.ETag!;
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { tag } } };
        using var second = await site.Web.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
        using var other = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { new System.Net.Http.Headers.EntityTagHeaderValue("\"other\"") } } };
        using var third = await site.Web.SendAsync(other);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    private async Task<JsonElement> JsonAsync(string path) => JsonDocument.Parse(await site.Web.GetStringAsync(path)).RootElement;
}
