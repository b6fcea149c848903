using System.Globalization;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;
using HypeWatch.Claims;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Sources;
using HypeWatch.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace HypeWatch.App.Tests.Llm;

public sealed class ModelBudgetTests
{
    /// <summary>Two calls a document at 1.1 each, and room for two documents: a call reserves what it may cost before it goes out.</summary>
    private const double MonthForTwo = 5.5;

    [Theory]
    [InlineData("Queue")]
    [InlineData("Rules")]
    public async Task With_money_for_half_of_the_documents_all_are_archived_and_the_rest_follows_when_the_month_turns(string rule)
    {
        using var folder = new TemporaryFolder();
        await using var server = new ChatServer().Otherwise(PointingModel.Answer);
        var time = new ShiftingTime { Frozen = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero) };
        await using var app = Build(folder, server, time, rule);
        var services = app.Services;
        await services.GetRequiredService<PrepareDatabase>().RunAsync(CancellationToken.None);

        var outcomes = new List<DocumentOutcome>();
        foreach (var item in await ItemsAsync(folder)) outcomes.Add(await services.GetRequiredService<IngestDocument>().RunAsync(item, onlyDue: false, CancellationToken.None));

        Assert.Equal([ItemState.Done, ItemState.Done, ItemState.Retry, ItemState.Retry], outcomes.Select(outcome => outcome.State));
        Assert.All(outcomes, outcome => Assert.NotNull(outcome.Version));
        Assert.All(outcomes.Skip(2), outcome => Assert.Equal(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero) - time.GetUtcNow(), outcome.RetryAfter));
        Assert.Equal(["model", "model", rule == "Queue" ? null : "offline", rule == "Queue" ? null : "offline"], await EnginesAsync(services, outcomes));
        Assert.Equal(4, server.Requests.Count);

        var state = await services.GetRequiredService<LlmBudget>().NowAsync(CancellationToken.None);
        Assert.Equal(BudgetLevel.UsedUp, state.Level);
        Assert.StartsWith("4400 tokens today, 4.40 of 5.50 USD this month", state.Words, StringComparison.Ordinal);
        Assert.Contains(rule == "Queue" ? "documents wait" : "read by rules", state.Words, StringComparison.Ordinal);
        var digest = await services.GetRequiredService<PublishDigest>().PreviewAsync(null, CancellationToken.None);
        Assert.Contains(digest.Notes, note => note.Contains("budget is used up: 4400 tokens today", StringComparison.Ordinal));

        time.Advance(TimeSpan.FromDays(22));
        var again = await services.GetRequiredService<IngestQueue>().RunDueAsync(null, CancellationToken.None);

        Assert.Equal([ItemState.Done, ItemState.Done], again.Select(item => item.Outcome.State));
        Assert.Equal(["model", "model", "model", "model"], await EnginesAsync(services, outcomes));
        Assert.Equal(8, server.Requests.Count);
    }

    [Fact]
    public async Task Doctor_says_what_of_the_budget_is_used()
    {
        using var folder = new TemporaryFolder();
        await using var server = new ChatServer().Otherwise(PointingModel.Answer);
        folder.Write("in/paper.html", AddTests.Page);
        folder.Write("data/hypewatch.json", $$"""{ "Llm": { "Model": "scripted", "Endpoint": "{{server.Endpoint}}", "MaxTokensPerDay": 20000, "MaxOutputTokens": 256 } }""");
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "in"), "--data-directory", folder.Data)).Expect(App.Cli.ExitCode.Ok);

        Assert.Contains("5500 of 20000 tokens today", (await CommandRun.OfAsync("doctor", "--data-directory", folder.Data)).Output, StringComparison.Ordinal);
    }

    /// <summary>Flags hang on claims: what the rules read while the model was away goes, and the release is assessed anew on what the model read.</summary>
    [Fact]
    public async Task A_document_that_the_model_reads_in_the_place_of_the_rules_is_assessed_anew()
    {
        using var folder = new TemporaryFolder();
        await using var server = new ChatServer().Fails(400).Fails(400).Fails(400).Fails(400).Fails(400).Fails(400).Otherwise(PointingModel.Answer);
        folder.Write("in/paper.html", AddTests.Page);
        folder.Write("data/hypewatch.json", $$"""{ "Llm": { "Model": "scripted", "Endpoint": "{{server.Endpoint}}", "MaxOutputTokens": 256 } }""");
        string[] add = ["add", Path.Combine(folder.Path, "in"), "--json", "--data-directory", folder.Data];

        var byRules = (await CommandRun.OfAsync(add)).Expect(App.Cli.ExitCode.Ok).Json;
        var flags = await FlagCountAsync(folder);
        var byRulesAgain = (await CommandRun.OfAsync(add)).Expect(App.Cli.ExitCode.Ok).Json;
        Assert.Equal((1, 0), (byRulesAgain.GetProperty("states").GetProperty("retry").GetInt32(), byRulesAgain.GetProperty("assessment").GetProperty("assessed").GetInt32()));
        Assert.Equal(flags, await FlagCountAsync(folder));
        var byModel = (await CommandRun.OfAsync(add)).Expect(App.Cli.ExitCode.Ok).Json;
        var unchanged = (await CommandRun.OfAsync(add)).Expect(App.Cli.ExitCode.Ok).Json;

        Assert.Equal(1, byRules.GetProperty("states").GetProperty("retry").GetInt32());
        Assert.Equal([1, 1, 0], new[] { byRules, byModel, unchanged }.Select(run => run.GetProperty("assessment").GetProperty("assessed").GetInt32()));
        Assert.NotEqual(0, flags);
        Assert.NotEqual(0, await FlagCountAsync(folder));
        (await CommandRun.OfAsync("db", "check", "--data-directory", folder.Data)).Expect(App.Cli.ExitCode.Ok);
    }

    private static async Task<int> FlagCountAsync(TemporaryFolder folder)
    {
        var run = (await CommandRun.OfAsync("sql", "SELECT COUNT(*) AS n FROM flags_v", "--json", "--data-directory", folder.Data)).Expect(App.Cli.ExitCode.Ok);
        return run.Json.GetProperty("rows")[0].EnumerateArray().First().GetInt32();
    }

    private static WebApplication Build(TemporaryFolder folder, ChatServer server, TimeProvider time, string rule)
    {
        var builder = Program.Compose(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["DataDirectory"] = folder.Data, ["Llm:Model"] = "scripted", ["Llm:Endpoint"] = server.Endpoint.ToString(), ["Llm:MaxOutputTokens"] = "256", ["Llm:MaxTokensPerDay"] = "0",
            ["Llm:PriceInput"] = "1000", ["Llm:PriceOutput"] = "1000", ["Llm:PriceDate"] = "2026-03-01", ["Llm:MaxCostPerMonth"] = MonthForTwo.ToString(CultureInfo.InvariantCulture),
            ["Llm:WhenBudgetIsSpent"] = rule,
        });
        builder.Services.AddSingleton(time);
        return builder.Build();
    }

    private static async Task<IReadOnlyList<SourceItem>> ItemsAsync(TemporaryFolder folder)
    {
        foreach (var name in new[] { "one", "two", "three", "four" })
            folder.Write($"in/{name}.html", AddTests.Page.Replace("Latents of one layer", $"Latents of layer {name}", StringComparison.Ordinal));
        return (await LocalInput.ExpandAsync(Path.Combine(folder.Path, "in"), CancellationToken.None)).Items;
    }

    private static async Task<IReadOnlyList<string?>> EnginesAsync(IServiceProvider services, IReadOnlyList<DocumentOutcome> outcomes)
    {
        var engines = new List<string?>();
        foreach (var outcome in outcomes) engines.Add((await services.GetRequiredService<ClaimStore>().LoadAsync(outcome.Version!.Id.Value, CancellationToken.None))?.Tally.Engine);
        return engines;
    }
}
