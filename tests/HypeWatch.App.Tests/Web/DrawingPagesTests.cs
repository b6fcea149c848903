using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Web;

/// <summary>Drawings on the pages: with title and description, without script or style of their own.</summary>
public sealed class DrawingPagesTests
{
    [Fact]
    public async Task The_way_of_a_claim_and_the_calibration_of_forecasts_are_drawn()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/paper.html", AddTests.Page);
        folder.Write("in/paper.source.json", """{"url": "https://lab.example/paper", "kind": "paper", "publisher": "Example Lab", "published": "2026-05-01"}""");
        folder.Write("in/news.html", """
            <html><head><title>Machines that tell the truth</title></head><body><article><h1>Machines that tell the truth</h1>
            <p>Sparse autoencoders can be used to detect deception in all language models, according to <a href="https://lab.example/paper">a paper</a> on interpretability.</p></article></body></html>
            """);
        folder.Write("in/news.source.json", """{"url": "https://courier.example/1", "kind": "news", "publisher": "The Courier", "published": "2031-05-02"}""");
        (await Run(folder, "add", "--any-topic", Path.Combine(folder.Path, "in"))).Expect(ExitCode.Ok);
        (await Run(folder, "predict", "import", folder.Write("list.md", "# The next paper\n\nForecaster: Ada Example\nMade: 2026-04-01\n\n1. (25%) they compare with a probe [false]\n2. (90%) they show one example [true]\n"))).Expect(ExitCode.Ok);
        var claim = (await Run(folder, "claims", "--document", "https://courier.example/1", "--json")).Expect(ExitCode.Ok).Json.GetProperty("rows").EnumerateArray()
            .Select(row => row.GetProperty("claim")).First(row => row.GetProperty("quote").GetString()!.Contains("detect deception", StringComparison.Ordinal)).GetProperty("id").GetString()!;
        Assert.StartsWith("<svg", (await Run(folder, "lineage", claim, "--format", "svg")).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);

        await using var site = await RunningSite.StartAsync(folder);
        foreach (var (path, title) in ((string, string)[])[($"/c/{claim}", "How the claim travelled"), ("/predictions", "Calibration: probability against what happened"), ("/predictions", "Scores over time")])
        {
            var page = await site.Web.GetStringAsync(path);
            Assert.Contains($">{title}</title><desc ", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("style=", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<style", page, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static Task<CommandRun> Run(TemporaryFolder folder, params string[] words) => CommandRun.OfAsync([.. words, "--data-directory", folder.Data]);
}
