using System.Net;
using System.Text.Json;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Web;

/// <summary><c>/c/ID/literature</c>: what works say for and against a claim.</summary>
public sealed class LiteraturePageTests
{
    [Fact]
    public async Task A_claim_leads_to_what_works_say_for_and_against_it_as_a_page_and_as_JSON()
    {
        using var folder = new TemporaryFolder();
        (await CommandRun.OfAsync("literature", "import", folder.Write("works.bib", LiteratureTests.Bibliography), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        (await CommandRun.OfAsync("add", folder.Write("post.md", LiteratureTests.Post), "--any-topic", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var claim = await LiteratureTests.ClaimAsync(folder, "reduces perplexity");
        await using var site = await RunningSite.StartAsync(folder);
        Assert.Contains($"/c/{claim}/literature", await site.Web.GetStringAsync($"/c/{claim}"), StringComparison.Ordinal);
        var page = await site.Web.GetStringAsync($"/c/{claim}/literature");
        Assert.Contains("Clamping attention heads of Brine-7 increases perplexity on harbour texts.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Priority, qualifier by qualifier", page, StringComparison.Ordinal);
        var json = JsonDocument.Parse(await site.Web.GetStringAsync($"/c/{claim}/literature.json")).RootElement;
        Assert.Equal("contradicts", json.GetProperty("sides").GetProperty("against")[0].GetProperty("said").GetProperty("verdict").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Web.GetAsync("/c/clm-0/literature")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Web.GetAsync($"/c/{claim}/other")).StatusCode);
    }

    [Fact]
    public async Task A_release_is_shown_with_its_experiments_and_with_what_is_not_measured()
    {
        using var folder = new TemporaryFolder();
        (await CommandRun.OfAsync("add", folder.Write("paper.html", AddTests.Page), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var release = (await CommandRun.OfAsync("release", "list", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Json.GetProperty("rows")[0].GetProperty("id").GetString()!;
        await using var site = await RunningSite.StartAsync(folder);
        var page = await site.Web.GetStringAsync($"/r/{release}");
        Assert.Contains("attention to evidence: not measured", page, StringComparison.Ordinal);
        var json = JsonDocument.Parse(await site.Web.GetStringAsync($"/r/{release}.json")).RootElement;
        Assert.True(json.GetProperty("inventory").GetArrayLength() > 0);
        Assert.False(json.GetProperty("attention").GetProperty("channels")[0].GetProperty("is_measured").GetBoolean());
    }
}
