using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

public sealed class CommitmentsTests
{
    private const string Promised = "We will release all weights and test the probes on larger models by the end of 2024.";

    [Fact]
    public async Task A_commitment_falls_due_is_told_in_the_digest_and_keeps_its_outcome_when_the_page_changes()
    {
        using var folder = new TemporaryFolder();
        var page = AddTests.Page.Replace("</article>", $"<p>{Promised}</p></article>", StringComparison.Ordinal);
        if (page == AddTests.Page) page = AddTests.Page.Replace("</body>", $"<p>{Promised}</p></body>", StringComparison.Ordinal);
        folder.Write("source.json", """{ "published": "2024-05-21", "publisher": "Lab Alder", "kind": "lab-post", "url": "https://alder.example/post", "files": [ { "file": "post.html" } ] }""");
        var file = folder.Write("post.html", page);
        (await RunAsync(folder, "add", file)).Expect(ExitCode.Ok);

        var listed = Assert.Single((await RunAsync(folder, "commitments", "list", "--due", "--json")).Expect(ExitCode.Ok).Json.GetProperty("rows").EnumerateArray());
        var id = listed.GetProperty("promise").GetProperty("id").GetString()!;
        Assert.Equal("2024-12-31", listed.GetProperty("promise").GetProperty("due_on").GetString());
        Assert.Contains("Commitments", (await RunAsync(folder, "digest", "preview")).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);

        (await RunAsync(folder, "commitments", "resolve", id, "not_kept", "--by", "Ann", "--evidence", "https://alder.example/models")).Expect(ExitCode.Ok);
        Assert.Equal(ExitCode.NothingFound, (await RunAsync(folder, "commitments", "list", "--due")).ExitCode);
        folder.Write("post.html", page.Replace("Latents of one layer", "Latents of a layer", StringComparison.Ordinal));
        (await RunAsync(folder, "add", file)).Expect(ExitCode.Ok);
        Assert.Contains("not kept, says Ann", (await RunAsync(folder, "commitments", "list")).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
        Assert.Contains("not kept, says Ann", (await RunAsync(folder, "digest", "preview")).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await RunAsync(folder, "commitments", "resolve", "prm-none", "kept", "--by", "Ann")).ExitCode);
    }

    private static Task<CommandRun> RunAsync(TemporaryFolder folder, params string[] words) => CommandRun.OfAsync([.. words, "--data-directory", folder.Data]);
}
