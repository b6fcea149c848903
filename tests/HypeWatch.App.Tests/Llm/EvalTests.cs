using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.App.Tests.Llm;

public sealed class EvalTests
{
    [Fact]
    public async Task Rules_and_model_are_compared_document_by_document_without_asking_again()
    {
        using var folder = new TemporaryFolder();
        await using var server = new ChatServer().Otherwise(PointingModel.Answer);
        folder.Write("paper.html", AddTests.Page);
        folder.Write(Path.Combine("data", "hypewatch.json"), $$"""{ "Llm": { "Model": "scripted", "Endpoint": "{{server.Endpoint}}" } }""");
        (await RunAsync(folder, "add", Path.Combine(folder.Path, "paper.html"))).Expect(ExitCode.Ok);
        var asked = server.Requests.Count;
        Assert.InRange(asked, 1, 10);

        var answer = (await RunAsync(folder, "eval", "compare", "--json")).Expect(ExitCode.Ok).Json;
        var document = Assert.Single(answer.GetProperty("documents").EnumerateArray());
        Assert.Equal("model", document.GetProperty("after").GetString());
        Assert.InRange(document.GetProperty("both").GetInt32(), 1, 100);
        Assert.Equal(document.GetProperty("claims_before").GetInt32(), document.GetProperty("both").GetInt32() + document.GetProperty("only_before").GetArrayLength());

        var drift = (await RunAsync(folder, "eval", "drift", "--json")).Expect(ExitCode.Ok).Json;
        var same = Assert.Single(drift.GetProperty("documents").EnumerateArray());
        Assert.Equal((0, 0, 0), (same.GetProperty("only_before").GetArrayLength(), same.GetProperty("only_after").GetArrayLength(), same.GetProperty("changed").GetArrayLength()));
        Assert.Equal(asked, server.Requests.Count);

        // Without the model the rules would read it now.
        folder.Write(Path.Combine("data", "hypewatch.json"), "{}");
        Assert.Equal("offline", (await RunAsync(folder, "eval", "drift", "--json")).Expect(ExitCode.Ok).Json.GetProperty("documents")[0].GetProperty("after").GetString());
    }

    [Fact]
    public async Task Without_any_model_there_is_nothing_to_compare()
    {
        using var folder = new TemporaryFolder();
        folder.Write("paper.html", AddTests.Page);
        (await RunAsync(folder, "add", Path.Combine(folder.Path, "paper.html"))).Expect(ExitCode.Ok);
        var run = await RunAsync(folder, "eval", "compare");
        Assert.Equal(ExitCode.NothingFound, run.ExitCode);
        Assert.Contains("Llm:Model", run.Error, StringComparison.Ordinal);
    }

    private static Task<CommandRun> RunAsync(TemporaryFolder folder, params string[] words) => CommandRun.OfAsync([.. words, "--data-directory", folder.Data]);
}
