using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

/// <summary>Predictions through the command line.</summary>
public sealed class PredictTests
{
    private const string List = """
        # The next paper on sieves

        Forecaster: Ada Example
        Made: 2026-05-01

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
        (await Run(folder, "resolve", id, "2", "--outcome", "true", "--by", "Ada Example", "--known-at", "2026-06-02")).Expect(ExitCode.Ok);
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
    [InlineData("yaml")]
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

    [Fact]
    public async Task Evidence_of_an_outcome_must_exist_and_be_no_older_than_the_list()
    {
        using var folder = new TemporaryFolder();
        folder.Write("list.md", List);
        var id = (await Run(folder, "import", Path.Combine(folder.Path, "list.md"))).Expect(ExitCode.Ok).Output.Split(' ')[1].TrimEnd(':');
        var early = (await Run(folder, "resolve", id, "1", "--outcome", "true", "--by", "Ada", "--known-at", "2026-04-30")).Expect(ExitCode.Usage);
        Assert.Contains("--known-at: 2026-04-30 is before the set was made (2026-05-01)", early.Error, StringComparison.Ordinal);
        (await Run(folder, "resolve", id, "1", "--outcome", "true", "--by", "Ada", "--known-at", "2099-01-01")).Expect(ExitCode.Usage);
        var unknown = (await Run(folder, "resolve", id, "1", "--outcome", "true", "--by", "Ada", "--claim", "clm-none", "--claim", "clm-other")).Expect(ExitCode.NothingFound);
        Assert.Contains("there is no claim 'clm-none'", Assert.Single(unknown.Error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("stated by", (await Run(folder, "show", id)).Output, StringComparison.Ordinal);
    }

    // The shape of a published collection: two lists of one forecaster, the second with items of which nothing but the failing is known.
    private const string Collection = """
        {"sets": [
          {"author": "Ada Example", "made": "2024-05-05", "about": "the next sieve paper", "resolved_by": "Larger sieves (2024-05-21)", "resolved_on": "2024-05-21", "published_score": -0.74,
           "sources": [{"url": "https://forum.example/ten", "what": "quotes all"}], "predictions": [
            {"n": 1, "probability": 0.99, "outcome": true, "statement": "a"}, {"n": 2, "probability": 0.95, "outcome": true, "statement": "b"}, {"n": 3, "probability": 0.8, "outcome": true, "statement": "c", "author_reason": "hand-picked, but shown"},
            {"n": 4, "probability": 0.2, "outcome": false, "statement": "d"}, {"n": 5, "probability": 0.2, "outcome": false, "statement": "e"}, {"n": 6, "probability": 0.25, "outcome": false, "statement": "f", "author_reason": null, "note": "a trigger, not a bug"},
            {"n": 7, "probability": 0.05, "outcome": false, "statement": "g"}, {"n": 8, "probability": 0.15, "outcome": false, "statement": "h"}, {"n": 9, "probability": 0.1, "outcome": false, "statement": "i"}, {"n": 10, "probability": 0.05, "outcome": false, "statement": "j"}]},
          {"author": "Ada Example", "made": "2024-10-11", "about": "the one after", "topic": "audits", "resolved_on": "2025-03-17", "published_score": 1.35, "predictions": [
            {"n": 1, "probability": 0.6, "outcome": true, "statement": "a"}, {"n": 2, "probability": 0.2, "outcome": true, "statement": "b"}, {"n": 3, "probability": 0.2, "outcome": false, "statement": "c", "author_reason": "Not attempted"},
            {"n": 4, "probability": 0.15, "outcome": true, "statement": "d"}, {"n": 5, "probability": 0.15, "outcome": false, "statement": "e"},
            {"n": 6, "probability": null, "outcome": false, "statement": null}, {"n": 7, "probability": null, "outcome": false, "statement": null}, {"n": 8, "probability": null, "outcome": false, "statement": null}]}]}
        """;

    [Fact]
    public async Task Scores_are_cut_by_set_forecaster_topic_and_horizon_each_with_its_table()
    {
        using var folder = new TemporaryFolder();
        var output = (await Run(folder, "import", folder.Write("both.json", Collection))).Expect(ExitCode.Ok).Output;
        var ids = output.Split('\n').Where(line => line.StartsWith("registered", StringComparison.Ordinal)).Select(line => line.Split(' ')[1].TrimEnd(':')).ToList();
        Assert.Contains("the release that it names (Larger sieves (2024-05-21)) is not known here: not shown to be made before the release", output, StringComparison.Ordinal);
        var first = (await Run(folder, "score", "--set", ids[0])).Expect(ExitCode.Ok).Output;
        Assert.Contains("score -0.74 relative to this forecaster's expectation (0 is as expected; no measure of quality), mean Brier 0.0223", first, StringComparison.Ordinal);
        Assert.Contains("everything above 50 % happened, nothing below did", first, StringComparison.Ordinal);
        var both = (await Run(folder, "score", "--horizon")).Expect(ExitCode.Ok).Output;
        // The first set, its topic and its horizon; not the whole.
        Assert.Equal(3, both.Split('\n').Count(line => line.Contains("everything above 50 %", StringComparison.Ordinal)));
        Assert.Contains("incomplete: 3 of 8 predictions have no known probability; the 5 decided ones that have give +1.70", both, StringComparison.Ordinal);
        Assert.Contains("their probabilities sum to 0.35", both, StringComparison.Ordinal);
        Assert.Contains("Ada Example: score +0.96 relative to this forecaster's expectation", both, StringComparison.Ordinal);
        Assert.Contains("0-30 days: score -0.74", both, StringComparison.Ordinal);
        Assert.Contains("91-365 days: score +1.70", both, StringComparison.Ordinal);
        var json = (await Run(folder, "score", "--topic", "audits", "--json")).Expect(ExitCode.Ok).Json;
        Assert.Equal(ids[1], Assert.Single(json.GetProperty("sets").EnumerateArray()).GetProperty("set").GetString());
        Assert.Equal(5, json.GetProperty("calibration").EnumerateArray().Sum(row => row.GetProperty("count").GetInt32()));
        (await Run(folder, "score", "--horizon", "31-90")).Expect(ExitCode.NothingFound);
        (await Run(folder, "score", "--horizon", "soon")).Expect(ExitCode.Usage);
        var shown = (await Run(folder, "show", ids[0])).Expect(ExitCode.Ok).Output;
        Assert.Contains("because: hand-picked, but shown", shown, StringComparison.Ordinal);
        Assert.Contains("because: a trigger, not a bug", shown, StringComparison.Ordinal);
        Assert.Contains("than the first known outcome (2024-05-21) and proves nothing about before", shown, StringComparison.Ordinal);
        Assert.Contains("post https://forum.example/ten is not archived here", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("yaml")]
    [InlineData("markdown")]
    public async Task An_export_brings_ids_scores_outcomes_disputes_and_their_days_into_an_empty_database(string format)
    {
        using var folder = new TemporaryFolder();
        (await Run(folder, "import", folder.Write("both.json", Collection.Replace("hand-picked, but shown", "“quoted”: a \\\"b\\\" \\\\ # & 🙂", StringComparison.Ordinal)))).Expect(ExitCode.Ok);
        var id = (await Run(folder, "list", "--json")).Json.GetProperty("rows")[0].GetProperty("id").GetString()!;
        (await Run(folder, "resolve", id, "6", "--outcome", "partial 0.5", "--by", "Ada Example", "--known-at", "2024-05-22", "--because", "half of it; see below")).Expect(ExitCode.Ok);
        (await Run(folder, "resolve", id, "6", "--outcome", "true", "--by", "Ben: Sample", "--because", "all of it", "--dispute")).Expect(ExitCode.Ok);
        var exported = (await Run(folder, "export", "--format", format)).Expect(ExitCode.Ok).Output;
        Assert.Contains("relative to this forecaster's expectation", exported, StringComparison.Ordinal);
        using var other = new TemporaryFolder();
        (await Run(other, "import", other.Write("again." + (format == "markdown" ? "md" : format), exported))).Expect(ExitCode.Ok);
        Assert.Equal(exported, (await Run(other, "export", "--format", format)).Expect(ExitCode.Ok).Output);
        Assert.Equal(Facts(await Run(folder, "list", "--json")), Facts(await Run(other, "list", "--json")));
        Assert.Equal(
            (await Run(folder, "score", "--json")).Json.GetProperty("cuts").GetRawText(), (await Run(other, "score", "--json")).Json.GetProperty("cuts").GetRawText());

        static string Facts(CommandRun run) => string.Join('\n', run.Expect(ExitCode.Ok).Json.GetProperty("rows").EnumerateArray().Select(set =>
            $"{set.GetProperty("id")} {set.GetProperty("commitment")} {set.GetProperty("reported_expectation_score")} {set.GetProperty("items").GetRawText()} {string.Join('\n', set.GetProperty("stated").EnumerateArray().Where(stated => stated.GetProperty("is_dispute").GetBoolean() || stated.GetProperty("number").GetInt32() == 6).Select(stated => stated.GetRawText()))}"));
    }

    [Fact]
    public async Task No_score_stands_bare_in_a_view_a_snapshot_or_an_export()
    {
        using var folder = new TemporaryFolder();
        (await Run(folder, "import", folder.Write("both.json", Collection))).Expect(ExitCode.Ok);
        var views = (await CommandRun.OfAsync("sql", "--views", "--json", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Output;
        Assert.DoesNotContain("\"reported_score\"", views, StringComparison.Ordinal);
        Assert.Contains("prediction_disputes_v", views, StringComparison.Ordinal);
        var rows = (await CommandRun.OfAsync("sql", "SELECT reported_expectation_score, score_is FROM predictions_v LIMIT 1", "--data-directory", folder.Data)).Expect(ExitCode.Ok).Output;
        Assert.Contains("relative to this forecaster's expectation", rows, StringComparison.Ordinal);
        var target = Path.Combine(folder.Path, "snapshot");
        (await CommandRun.OfAsync("export", "snapshot", "--out", target, "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        Assert.Contains("`reported_expectation_score` is a score relative to this forecaster's expectation", await File.ReadAllTextAsync(Path.Combine(target, "README.md")), StringComparison.Ordinal);
        var lines = (await File.ReadAllTextAsync(Path.Combine(target, "predictions.csv"))).Split('\n');
        Assert.Contains("reported_expectation_score,score_is", lines[0], StringComparison.Ordinal);
        Assert.Contains("relative to this forecaster's expectation", lines[1], StringComparison.Ordinal);
        foreach (var format in (string[])["csv", "json", "yaml", "markdown"])
        {
            var text = (await Run(folder, "export", "--format", format)).Expect(ExitCode.Ok).Output;
            Assert.DoesNotContain("reported_score", text, StringComparison.Ordinal);
            Assert.Contains("relative to this forecaster's expectation", text, StringComparison.Ordinal);
        }

        foreach (var words in (string[][])[["list", "--json"], ["score", "--json"]])
            Assert.Contains("relative to this forecaster's expectation", (await Run(folder, words)).Output.Replace("\\u0027", "'", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static Task<CommandRun> Run(TemporaryFolder folder, params string[] words) => CommandRun.OfAsync(["predict", .. words, "--data-directory", folder.Data]);
}
