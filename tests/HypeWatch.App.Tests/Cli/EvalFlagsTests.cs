using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Cli;

public sealed class EvalFlagsTests : IDisposable
{
    private const string Cases = """
        { "cases": [
          { "id": "a", "documents": [ { "kind": "paper", "place": "results", "asserter": "Lab A", "text": "The monitor reaches an accuracy of 91%." } ], "coverage": "full",
            "expected_flags": [ { "code": "OC09", "on_quote": "accuracy of 91%", "owner": "Lab A", "severity_range": [1, 3], "document_index": 0 } ], "must_not_flag": [], "fair": false },
          { "id": "b", "documents": [ { "kind": "paper", "place": "results", "asserter": "Lab A", "text": "We describe the data that we used." } ], "coverage": "full",
            "expected_flags": [], "must_not_flag": ["OC09"], "fair": true } ] }
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Labelled_cases_are_scored_and_the_last_run_is_kept()
    {
        folder.Write("cases.json", Cases);
        (await RunAsync("db", "migrate")).Expect(ExitCode.Ok);
        var score = (await RunAsync("eval", "flags", Path.Combine(folder.Path, "cases.json"), "--json")).Expect(ExitCode.Ok).Json.GetProperty("evaluation").GetProperty("score");
        Assert.Equal((2, 2, 1d), (score.GetProperty("cases").GetInt32(), score.GetProperty("passed").GetInt32(), score.GetProperty("repeated").GetDouble()));
        Assert.Equal(0.5, score.GetProperty("per_code").GetProperty("OC09").GetProperty("base_rate").GetDouble());
        Assert.Contains("2 of 2 cases passed (flag everything 1, flag nothing 1)", (await RunAsync("eval", "flags", Path.Combine(folder.Path, "cases.json"))).Expect(ExitCode.Ok).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "cases": [ { "id": "a", "documents": [], "expected_flags": [], "must_not_flag": [] } ] }""", "case 'a' has a document without text or asserter, or no documents")]
    [InlineData("""{ "cases": 1 }""", "cannot be read as labelled cases")]
    [InlineData("{ }", "holds no labelled cases")]
    public async Task A_file_of_no_cases_is_refused_in_one_line(string text, string told)
    {
        folder.Write("cases.json", text);
        var run = await RunAsync("eval", "flags", Path.Combine(folder.Path, "cases.json"));
        Assert.NotEqual(ExitCode.Ok, run.ExitCode);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Without_a_language_model_the_model_path_is_refused()
    {
        folder.Write("cases.json", Cases);
        (await RunAsync("db", "migrate")).Expect(ExitCode.Ok);
        var run = await RunAsync("eval", "flags", Path.Combine(folder.Path, "cases.json"), "--engine", "model");
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.Contains("no language model is configured", run.Error, StringComparison.Ordinal);
    }

    private Task<CommandRun> RunAsync(params string[] words) => CommandRun.OfAsync([.. words, "--data-directory", folder.Data]);
}
