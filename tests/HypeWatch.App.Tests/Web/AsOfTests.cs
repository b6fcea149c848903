using System.Net;
using System.Text.Json;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Web;

/// <summary>What was known and flagged at another time, and addresses for citations.</summary>
public sealed class AsOfTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        folder.Write("paper.html", AddTests.Page);
        (await RunAsync("add", Path.Combine(folder.Path, "paper.html"))).Expect(ExitCode.Ok);
        site = await RunningSite.StartAsync(folder);
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task As_of_now_is_what_is_known_now_and_before_the_first_text_nothing_was()
    {
        foreach (var table in (string[])["claims", "flags"])
        {
            var ids = (await RowsAsync($"/{table}.json?_shape=objects&_size=max")).Select(row => row.GetProperty("id").GetString());
            Assert.NotEmpty(ids);
            Assert.Equal(ids.Order(), (await RowsAsync($"/{table}.json?_shape=objects&_size=max&_as_of=2100-01-01")).Select(row => row.GetProperty("id").GetString()).Order());
            Assert.Empty(await RowsAsync($"/{table}.json?_as_of=2000-01-01"));
        }

        Assert.NotEmpty(await RowsAsync("/claims.json?q=deception&_as_of=2100-01-01"));
        Assert.Contains("As it was known at", await site.Web.GetStringAsync("/flags?_as_of=2100-01-01"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flag_that_was_dismissed_is_open_as_of_before_and_its_claim_stays_citable()
    {
        var flag = (await RowsAsync("/flags.json?_shape=objects&status=open&claim_id__isnull=0"))[0];
        var (id, claim) = (flag.GetProperty("id").GetString()!, flag.GetProperty("claim_id").GetString()!);
        var cited = Cited(await site.Web.GetStringAsync("/c/" + claim), claim);
        var before = cited[(cited.IndexOf('@', StringComparison.Ordinal) + 1)..];
        (await RunAsync("review", "add", id, "dismiss", "--by", "Ann", "--affiliation", "none", "--reason", "scope_defined")).Expect(ExitCode.Ok);
        Assert.Equal("open", StatusOf(await RowsAsync($"/flags.json?all=1&_as_of={before}"), id));
        Assert.Equal("dismissed", StatusOf(await RowsAsync("/flags.json?all=1&_as_of=2100-01-01"), id));
        var terminal = (await RunAsync("flags", "--all", "--as-of", before, "--json")).Expect(ExitCode.Ok).Json;
        Assert.Equal("open", StatusOf([.. terminal.GetProperty("rows").EnumerateArray()], id));

        var frozen = JsonDocument.Parse(await site.Web.GetStringAsync(cited + ".json")).RootElement.GetProperty("claim");
        Assert.Equal("open", StatusOf([.. frozen.GetProperty("flags").EnumerateArray()], id));
        Assert.NotEqual(cited, Cited(await site.Web.GetStringAsync("/c/" + claim), claim));
        Assert.Contains("dismissed", await site.Web.GetStringAsync("/f/" + id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_citation_keeps_resolving_when_text_and_flags_changed()
    {
        var claim = (await RowsAsync("/claims.json?q=deception&_shape=objects"))[0].GetProperty("id").GetString()!;
        var cited = Cited(await site.Web.GetStringAsync("/c/" + claim), claim);
        var page = await site.Web.GetStringAsync(cited);
        folder.Write("paper.html", AddTests.Page.Replace("Sparse autoencoders can be used to detect deception in all language models.", "Sparse autoencoders were tried on one layer.", StringComparison.Ordinal));
        (await RunAsync("add", Path.Combine(folder.Path, "paper.html"))).Expect(ExitCode.Ok);
        Assert.Equal(page, await site.Web.GetStringAsync(cited));
        Assert.Contains(claim, (await RowsAsync($"/claims.json?_as_of={cited[(cited.IndexOf('@', StringComparison.Ordinal) + 1)..]}")).Select(row => row.GetProperty("id").GetString()));
        Assert.DoesNotContain(claim, (await RowsAsync("/claims.json?_shape=objects&_size=max")).Select(row => row.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("/claims.json?_as_of=yesterday", HttpStatusCode.BadRequest)]
    [InlineData("/releases.json?_as_of=2026-01-01", HttpStatusCode.BadRequest)]
    [InlineData("/claims.json?flag=OC01&_as_of=2026-01-01", HttpStatusCode.BadRequest)]
    [InlineData("/c/clm-none@2026-01-01", HttpStatusCode.NotFound)]
    [InlineData("/c/clm-none@soon", HttpStatusCode.BadRequest)]
    public async Task What_makes_no_sense_is_refused(string path, HttpStatusCode status)
    {
        using var answer = await site.Web.GetAsync(path);
        Assert.Equal(status, answer.StatusCode);
    }

    private static string Cited(string page, string claim)
    {
        var start = page.IndexOf($"/c/{claim}@", StringComparison.Ordinal);
        return page[start..page.IndexOf('"', start)];
    }

    private static string? StatusOf(IReadOnlyList<JsonElement> rows, string id) => rows.Single(row => row.GetProperty("id").GetString() == id).GetProperty("status").GetString();

    private async Task<List<JsonElement>> RowsAsync(string path) => [.. JsonDocument.Parse(await site.Web.GetStringAsync(path)).RootElement.GetProperty("rows").EnumerateArray()];

    private Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync([.. args, "--data-directory", folder.Data]);
}
