using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Web;

/// <summary>Predictions on the pages: according to whom, disputes, and what shows that they are older than the release, in the words of the command line.</summary>
public sealed class PredictionPagesTests
{
    [Fact]
    public async Task Page_release_scores_and_digest_say_the_same_of_a_set_and_its_release()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/paper.html", AddTests.Page);
        folder.Write("in/paper.source.json", """{"url": "https://lab.example/paper", "kind": "paper", "publisher": "Example Lab", "published": "2026-05-01"}""");
        folder.Write("post/post.html", "<html><head><title>What I expect</title></head><body><article><h1>What I expect</h1><p>Notes on interpretability and sparse autoencoders, to be scored in a while.</p></article></body></html>");
        folder.Write("post/post.source.json", """{"url": "https://ada.example/expect", "kind": "blog", "publisher": "Ada Example", "published": "2026-04-01"}""");
        var list = folder.Write("list.md", "# The next paper\n\nForecaster: Ada Example\nMade: 2026-04-01\nRelease: https://lab.example/paper\nSource: https://ada.example/expect\n\n1. (25%) they compare with a probe\n2. (90%) they show one example [true]\n");
        // Registered before the paper and its post are read: bound once they are.
        var registered = (await Run(folder, "predict", "import", list)).Expect(ExitCode.Ok).Output;
        Assert.Contains("is not known here: not shown to be made before the release", registered, StringComparison.Ordinal);
        var id = registered.Split(' ')[1].TrimEnd(':');
        (await Run(folder, "add", "--any-topic", Path.Combine(folder.Path, "in"))).Expect(ExitCode.Ok);
        (await Run(folder, "add", "--any-topic", Path.Combine(folder.Path, "post"))).Expect(ExitCode.Ok);
        (await Run(folder, "predict", "resolve", id, "1", "--outcome", "false", "--by", "Ada Example", "--known-at", "2026-05-02")).Expect(ExitCode.Ok);
        (await Run(folder, "predict", "resolve", id, "1", "--outcome", "true", "--by", "Ben Sample", "--because", "table four", "--dispute")).Expect(ExitCode.Ok);

        const string words = "made before the release (2026-05-01) by the day that it states (2026-04-01), which neither hash nor archive time shows";
        var shown = (await Run(folder, "predict", "show", id)).Expect(ExitCode.Ok).Output;
        Assert.Contains("post https://ada.example/expect archived here at ", shown, StringComparison.Ordinal);
        Assert.Contains(words, shown, StringComparison.Ordinal);
        Assert.Contains(words, (await Run(folder, "predict", "score")).Output, StringComparison.Ordinal);
        Assert.Contains(words, string.Join(' ', (await Run(folder, "digest", "preview", "--format", "text")).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        var release = (await Run(folder, "predict", "show", id, "--json")).Json.GetProperty("set").GetProperty("release").GetString()!;

        await using var site = await RunningSite.StartAsync(folder);
        var page = System.Net.WebUtility.HtmlDecode(await site.Web.GetStringAsync("/predictions"));
        foreach (var part in (string[])["disputed by Ben Sample: true", "(table four)", "known since 2026-05-02", "stated by Ada Example: false", "hash ", "it still says what was registered", "archived here at", "By horizon", $"/r/{release}", words])
            Assert.Contains(part, page, StringComparison.Ordinal);
        var json = await site.Web.GetStringAsync("/predictions.json");
        foreach (var part in (string[])["\"is_dispute\": true", "\"resolved_at\":", "\"known_at\": \"2026-05-02\"", "\"commitment_holds\": true", "\"cuts\":", words]) Assert.Contains(part.Replace("\": ", "\":", StringComparison.Ordinal), json.Replace("\": ", "\":", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(words, System.Net.WebUtility.HtmlDecode(await site.Web.GetStringAsync($"/r/{release}")), StringComparison.Ordinal);
        Assert.Contains(words, System.Net.WebUtility.HtmlDecode(await site.Web.GetStringAsync($"/releases/{release}/brief")), StringComparison.Ordinal);
    }

    private static Task<CommandRun> Run(TemporaryFolder folder, params string[] words) => CommandRun.OfAsync([.. words, "--data-directory", folder.Data]);
}
