using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

public sealed class SilentEditTests
{
    private const string Quoted = "one direction in the middle layers explains every refusal of every chat model";

    private const string Report = $"""
        <html><head><title>A window into chat models</title></head><body><article><h1>A window into chat models</h1>
        <p>In a <a href="https://lab.example/post">post on interpretability</a> the lab wrote: “{Quoted}”. Sparse autoencoders of language models find such directions.</p></article></body></html>
        """;

    [Fact]
    public async Task A_quotation_that_no_version_holds_is_shown_until_a_version_is_read_that_does()
    {
        using var folder = new TemporaryFolder();
        folder.Write("in/post.txt", "Sparse autoencoders of one chat model show a direction in the middle layers. The direction explains many refusals of the chat model.");
        folder.Write("in/post.source.json", """{"url": "https://lab.example/post", "title": "Refusals", "kind": "blog", "publisher": "Example Lab", "published": "2031-05-01"}""");
        folder.Write("in/report.html", Report);
        folder.Write("in/report.source.json", """{"url": "https://courier.example/1", "kind": "news", "publisher": "The Courier", "published": "2031-05-02"}""");
        (await Run(folder, "add", "--any-topic", Path.Combine(folder.Path, "in"))).Expect(ExitCode.Ok);
        var claims = (await Run(folder, "claims", "--document", "https://courier.example/1", "--json")).Expect(ExitCode.Ok);
        var id = claims.Json.GetProperty("rows")[0].GetProperty("claim").GetProperty("id").GetString()!;
        foreach (var verb in (string[])["show", "lineage"])
        {
            var shown = (await Run(folder, verb, id)).Expect(ExitCode.Ok).Output;
            Assert.Contains("Possible silent edits", shown, StringComparison.Ordinal);
            Assert.Contains(Quoted, shown, StringComparison.Ordinal);
        }

        folder.Write("in/post.txt", $"Sparse autoencoders of one chat model show a direction in the middle layers: {Quoted}.");
        (await Run(folder, "add", "--any-topic", Path.Combine(folder.Path, "in", "post.txt"))).Expect(ExitCode.Ok);
        Assert.DoesNotContain("Possible silent edits", (await Run(folder, "lineage", id)).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
    }

    private static Task<CommandRun> Run(TemporaryFolder folder, params string[] words) => CommandRun.OfAsync([.. words, "--data-directory", folder.Data]);
}
