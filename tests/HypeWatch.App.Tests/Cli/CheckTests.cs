using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

public sealed class CheckTests
{
    private const string Draft = """
        Sparse autoencoders can be used to detect deception in all language models. We did not test other models.

        Our probes outperform all baselines on every task (Table 2).
        """;

    [Fact]
    public async Task A_text_is_looked_at_without_making_a_database()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("draft.md", Draft);
        var run = (await CommandRun.OfAsync("check", file, "--private", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Assert.Contains("Sparse autoencoders can be used to detect deception in all language models.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Earlier claims were not checked", run.Output, StringComparison.Ordinal);
        Assert.Contains("prior literature", run.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Data));
    }

    [Fact]
    public async Task Earlier_claims_worded_alike_are_shown_and_nothing_is_added_to_the_archive()
    {
        using var folder = new TemporaryFolder();
        folder.Write("paper.html", AddTests.Page);
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "paper.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var before = Rows.Of(Path.Combine(folder.Data, "hypewatch.db"), folder.Path);
        var known = (await CommandRun.OfAsync("claims", "deception", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Json.GetProperty("rows")[0].GetProperty("claim");
        var run = (await CommandRun.OfAsync("check", known.GetProperty("quote").GetString()!, "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        var looked = run.Json.GetProperty("checked").GetProperty("claims")[0];
        Assert.Equal(known.GetProperty("id").GetString(), looked.GetProperty("earlier")[0].GetProperty("claim").GetProperty("id").GetString());
        var after = Rows.Of(Path.Combine(folder.Data, "hypewatch.db"), folder.Path);
        Assert.All(before, table => Assert.Equal(table.Value, after[table.Key]));
    }

    [Theory]
    [InlineData("nosuchfile.md", ExitCode.Usage, "there is no file")]
    [InlineData("Wir zeigen, dass das Verfahren in allen Modellen der Welt immer ohne jede Ausnahme gut und richtig funktioniert, und niemand hat bisher etwas anderes in irgendeinem anderen Versuch dazu gesehen oder gemessen.", ExitCode.Failed, "not in English")]
    public async Task What_cannot_be_looked_at_is_said(string text, int code, string words)
    {
        using var folder = new TemporaryFolder();
        var run = (await CommandRun.OfAsync("check", text, "--data-directory", folder.Data)).Expect(code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }
}
