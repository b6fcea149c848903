using System.Text.Json;
using HypeWatch.App.Tests.Fakes;

namespace HypeWatch.App.Tests.Mcp;

/// <summary>The tools, called by the protocol's TypeScript SDK, which knows nothing of ours.</summary>
[Collection(OutsideTests.Name)]
public sealed class OutsideMcpTests(OutsideClients clients)
{
    [OutsideFact]
    public async Task Over_http_the_typescript_sdk_lists_and_calls_every_tool()
    {
        using var folder = await McpTests.FilledAsync();
        await using var site = await RunningSite.StartAsync(folder);
        Check((await clients.RunScriptAsync("call-tools.mjs", "http", new Uri(site.Web.BaseAddress!, "/mcp").ToString())).Single());
    }

    [OutsideFact]
    public async Task Over_standard_input_it_does_too()
    {
        using var folder = await McpTests.FilledAsync();
        Check((await clients.RunScriptAsync("call-tools.mjs", "stdio", "dotnet", Path.Combine(AppContext.BaseDirectory, "hypewatch.dll"), "mcp", "--data-directory", folder.Data)).Single());
    }

    private static void Check(JsonElement seen)
    {
        var tools = seen.GetProperty("tools").EnumerateArray().ToList();
        Assert.Equal(["get_claim", "get_lineage", "get_release_scorecard", "list_flags", "run_query", "search_claims"], tools.Select(tool => tool.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.All(tools, tool =>
        {
            Assert.True(tool.GetProperty("readOnly").GetBoolean());
            Assert.Equal("object", tool.GetProperty("input").GetString());
            Assert.Equal("object", tool.GetProperty("output").GetString());
        });
        var calls = seen.GetProperty("calls");
        foreach (var tool in tools) Assert.False(calls.GetProperty(tool.GetProperty("name").GetString()!).GetProperty("isError").GetBoolean(), tool.ToString());
        Assert.True(calls.GetProperty("refused").GetProperty("isError").GetBoolean());
        // Words that pretend to end the mark are inside it, in the structured answer and in the text alike.
        var claim = calls.GetProperty("get_claim");
        var caveats = claim.GetProperty("structured").GetProperty("caveats").EnumerateArray().Select(caveat => caveat.GetString()!).ToList();
        Assert.All(caveats, caveat => Assert.Equal(2, caveat.Split("untrusted»").Length - 1));
        Assert.Contains("untrusted", claim.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.All(calls.GetProperty("search_claims").GetProperty("structured").GetProperty("rows").EnumerateArray(), row => Assert.StartsWith("«untrusted»", row.GetProperty("quote").GetString(), StringComparison.Ordinal));
    }
}
