using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

/// <summary>What a source sends whole goes through the same stages as a page that is fetched.</summary>
public sealed class FolderSourceTests
{
    [Fact]
    public async Task A_file_in_a_watched_folder_is_read_and_read_again_only_when_it_changed()
    {
        using var folder = new TemporaryFolder();
        var inbox = Path.Combine(folder.Path, "inbox");
        Drop("paper.html", AddTests.Page);
        Drop("source.json", """{ "url": "https://lab.example/latents", "publisher": "Example Lab" }""");
        folder.Write("data/hypewatch.json", $$"""{ "Sources": [ { "Name": "inbox", "Kind": "folder", "Url": "{{inbox.Replace('\\', '/')}}" } ] }""");

        Assert.Contains("1 documents read", await RoundAsync(), StringComparison.Ordinal);
        Assert.Contains("in all language models", await ClaimsAsync(), StringComparison.Ordinal);
        Assert.Contains("0 documents read", await RoundAsync(), StringComparison.Ordinal);

        Drop("paper.html", AddTests.Page.Replace("in all language models", "in three small language models", StringComparison.Ordinal));
        Assert.Contains("1 documents read", await RoundAsync(), StringComparison.Ordinal);
        var claims = await ClaimsAsync();
        Assert.Contains("in three small language models", claims, StringComparison.Ordinal);
        Assert.Contains("https://lab.example/latents", claims, StringComparison.Ordinal);
        (await CommandRun.OfAsync("db", "check", "--data-directory", folder.Data)).Expect(ExitCode.Ok);

        void Drop(string name, string text) => File.SetLastWriteTimeUtc(folder.Write("inbox/" + name, text), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        async Task<string> RoundAsync() => (await CommandRun.OfAsync("run", "--once", "--all", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Output;

        async Task<string> ClaimsAsync() => (await CommandRun.OfAsync("claims", "language models", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Output;
    }
}
