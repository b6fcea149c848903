using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

/// <summary>Predictions through the command line.</summary>
public sealed class PredictTests
{
    private const string List = """
        # The next paper on sieves

        Forecaster: Ada Example
        Made: 2031-05-01

        1. (25%) they compare with a probe
        2. (90%) they show one example
        """;

    [Fact]
    public async Task A_list_is_registered_resolved_disputed_and_scored_relative_to_its_forecaster()
    {
        using var folder = new TemporaryFolder();
        folder.Write("list.md", List);
        var registered = (await Run(folder, "import", Path.Combine(folder.Path, "list.md"))).Expect(ExitCode.Ok);
        var id = registered.Output.Split(' ')[1].TrimEnd(':');
        (await Run(folder, "resolve", id, "1", "--outcome", "false", "--by", "Ada Example", "--because", "only figures")).Expect(ExitCode.Ok);
        (await Run(folder, "resolve", id, "2", "--outcome", "partial 0.5", "--by", "Ada Example")).Expect(ExitCode.Ok);
        (await Run(folder, "resolve", id, "2", "--outcome", "true", "--by", "Ada Example", "--known-at", "2031-06-02")).Expect(ExitCode.Ok);
        (await Run(folder, "resolve", id, "2", "--outcome", "false", "--by", "Ben Sample", "--dispute")).Expect(ExitCode.Ok);
        var shown = (await Run(folder, "show", id)).Expect(ExitCode.Ok).Output;
        Assert.Contains("score -0.15 relative to this forecaster's expectation", shown, StringComparison.Ordinal);
        Assert.Contains("disputed by Ben Sample: false", shown, StringComparison.Ordinal);
        Assert.Contains("it still says what was registered", shown, StringComparison.Ordinal);
        Assert.Contains("everything above 50 % happened, nothing below did", (await Run(folder, "score")).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wherever_a_score_is_shown_it_says_relative_to_what()
    {
        using var folder = new TemporaryFolder();
        folder.Write("list.md", List.Replace("probe", "probe [false]", StringComparison.Ordinal).Replace("example", "example [true]", StringComparison.Ordinal));
        var id = (await Run(folder, "import", Path.Combine(folder.Path, "list.md"))).Expect(ExitCode.Ok).Output.Split(' ')[1].TrimEnd(':');
        foreach (var words in (string[][])[["show", id], ["score"], ["show", id, "--json"], ["score", "--json"]])
        {
            var output = (await Run(folder, words)).Expect(ExitCode.Ok).Output.Replace("\\u0027", "'", StringComparison.Ordinal);
            Assert.Contains("-0.15", output, StringComparison.Ordinal);
            Assert.Contains("relative to this forecaster's expectation", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_registered_cannot_be_registered_otherwise()
    {
        using var folder = new TemporaryFolder();
        folder.Write("list.md", List);
        folder.Write("later.md", List.Replace("25%", "5%", StringComparison.Ordinal));
        (await Run(folder, "import", Path.Combine(folder.Path, "list.md"))).Expect(ExitCode.Ok);
        Assert.StartsWith("known already: prd-", (await Run(folder, "import", Path.Combine(folder.Path, "list.md"))).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
        var refused = await Run(folder, "import", Path.Combine(folder.Path, "later.md"));
        Assert.Equal(ExitCode.Failed, refused.ExitCode);
        Assert.Contains("what was registered stays", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("markdown")]
    public async Task An_export_is_an_import(string format)
    {
        using var folder = new TemporaryFolder();
        folder.Write("list.md", List);
        (await Run(folder, "import", Path.Combine(folder.Path, "list.md"))).Expect(ExitCode.Ok);
        var exported = (await Run(folder, "export", "--format", format)).Expect(ExitCode.Ok).Output;
        var name = "again." + (format == "markdown" ? "md" : format);
        folder.Write(name, exported);
        using var other = new TemporaryFolder();
        (await CommandRun.OfAsync("predict", "import", Path.Combine(folder.Path, name), "--data-directory", other.Data)).Expect(ExitCode.Ok);
        Assert.Equal(exported, (await CommandRun.OfAsync("predict", "export", "--format", format, "--data-directory", other.Data)).Expect(ExitCode.Ok).Output);
    }

    private static Task<CommandRun> Run(TemporaryFolder folder, params string[] words) => CommandRun.OfAsync(["predict", .. words, "--data-directory", folder.Data]);
}
