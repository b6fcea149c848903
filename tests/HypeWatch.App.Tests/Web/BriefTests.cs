using System.Net;
using System.Text.Json;
using HypeWatch.App.Cli;
using HypeWatch.App.Snapshots;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace HypeWatch.App.Tests.Web;

/// <summary>A release on two pages, and snapshots.</summary>
public sealed class BriefTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        folder.Write("paper.html", AddTests.Page.Replace("<h2>Limitations", "<p>We show that [features](https://evil.example) &lt;img src=x&gt; explain all language models.</p><h2>Limitations", StringComparison.Ordinal));
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "paper.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        site = await RunningSite.StartAsync(folder);
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_brief_shows_claims_caveats_and_flags_with_what_to_ask_and_is_the_same_in_each_form()
    {
        var id = JsonDocument.Parse(await site.Web.GetStringAsync("/releases.json")).RootElement.GetProperty("rows")[0].GetProperty("id").GetString()!;
        var page = await site.Web.GetStringAsync($"/releases/{id}/brief");
        var markdown = await site.Web.GetStringAsync($"/releases/{id}/brief.md");
        var brief = JsonDocument.Parse(await site.Web.GetStringAsync($"/releases/{id}/brief.json")).RootElement.GetProperty("brief");
        Assert.NotEmpty(brief.GetProperty("headlines").EnumerateArray());
        Assert.Contains("We did not test other models.", page, StringComparison.Ordinal);
        foreach (var flag in brief.GetProperty("flags").EnumerateArray())
        {
            var flagged = flag.GetProperty("view").GetProperty("flag").GetProperty("id").GetString()!;
            Assert.Contains("/f/" + flagged, page, StringComparison.Ordinal);
            Assert.Contains("/f/" + flagged, markdown, StringComparison.Ordinal);
        }

        Assert.Contains("Ask: ", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", page + markdown.Replace("\\<", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("](https://evil", markdown, StringComparison.Ordinal);
        Assert.True(markdown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length < 1200);
        Assert.Equal(markdown.Replace(site.Web.BaseAddress!.ToString().TrimEnd('/'), "", StringComparison.Ordinal).Trim(), (await CommandRun.OfAsync("release", "brief", id, "--data-directory", folder.Data)).Expect(ExitCode.Ok).Output.Replace("http://127.0.0.1:5080", "", StringComparison.Ordinal).Trim());
        Assert.Contains("<h1>", (await CommandRun.OfAsync("release", "brief", id, "--format", "html", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
        using var none = await site.Web.GetAsync("/releases/rel-none/brief.md");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task A_snapshot_is_written_once_a_day_shows_its_age_and_gives_only_its_own_files()
    {
        var shelf = site.App.Services.GetRequiredService<SnapshotShelf>();
        var written = await shelf.WriteAsync(default);
        Assert.NotNull(written);
        Assert.Null(await shelf.WriteAsync(default));
        var row = JsonDocument.Parse(await site.Web.GetStringAsync("/snapshots.json")).RootElement.GetProperty("rows")[0];
        Assert.InRange(row.GetProperty("age_days").GetInt32(), 0, 1);
        Assert.Contains("old", (await site.Web.GetStringAsync("/snapshots")).Replace("of today", "old", StringComparison.Ordinal), StringComparison.Ordinal);
        var name = row.GetProperty("day").GetString();
        Assert.StartsWith("id,quote,", await site.Web.GetStringAsync($"/snapshots/{name}/claims.csv"), StringComparison.Ordinal);
        foreach (var path in (string[])[$"/snapshots/{name}/..%2f..%2fhypewatch.db", $"/snapshots/..%2f..%2f/hypewatch.db", $"/snapshots/{name}/none.csv", "/snapshots/2000-01-01/claims.csv"])
        {
            using var answer = await site.Web.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task A_completion_script_asks_the_program_what_fits(string shell)
    {
        Assert.Contains("[suggest:", (await CommandRun.OfAsync("completion", shell)).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
        var verbs = (await CommandRun.OfAsync("[suggest:4]", "rele")).Expect(ExitCode.Ok).Output;
        Assert.Contains("release", verbs, StringComparison.Ordinal);
        Assert.Contains("brief", (await CommandRun.OfAsync("[suggest:10]", "release br")).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
        Assert.Contains("--as-of", (await CommandRun.OfAsync("[suggest:9]", "flags --a")).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
    }
}
