using HypeWatch.App.Tests.Fakes;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace HypeWatch.App.Tests.Mcp;

public sealed class ToolErrorsTests
{
    [Fact]
    public async Task A_call_that_makes_no_sense_is_told_what_is_wrong_and_what_is_known()
    {
        using var folder = await McpTests.FilledAsync();
        await using var site = await RunningSite.StartAsync(folder);
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new Uri(site.Web.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }));

        var unknown = await CallAsync(client, "search_claims", new() { ["query"] = "x" });
        var answer = System.Text.Json.JsonDocument.Parse(Text(unknown)).RootElement;
        Assert.False(answer.GetProperty("ok").GetBoolean());
        Assert.Contains("'query'", answer.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains(answer.GetProperty("known").EnumerateArray(), name => name.GetString() == "words");

        Assert.Contains("OC99", Text(await CallAsync(client, "list_flags", new() { ["code"] = "OC99" })), StringComparison.Ordinal);
        Assert.Contains("limit", Text(await CallAsync(client, "list_flags", new() { ["limit"] = 0 })), StringComparison.Ordinal);
        Assert.Contains("clm-none", Text(await CallAsync(client, "get_claim", new() { ["id"] = "clm-none" })), StringComparison.Ordinal);
        Assert.Contains("nonsense", Text(await CallAsync(client, "run_query", new() { ["statement"] = "select nonsense from claims_v" })), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_of_sql_come_in_bounded_pieces_that_lead_on()
    {
        using var folder = await McpTests.FilledAsync();
        await using var site = await RunningSite.StartAsync(folder);
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new Uri(site.Web.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }));
        var numbers = new List<int>();
        for (int? start = 0; start is { } at;)
        {
            var answer = await CallAsync(client, "run_query", new() { ["statement"] = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 100) select i, 'words' from n", ["start"] = at, ["maxChars"] = 1000 });
            var table = answer.StructuredContent!.Value;
            Assert.True(table.GetProperty("rows").GetRawText().Length < 3000);
            numbers.AddRange(table.GetProperty("rows").EnumerateArray().Select(row => row[0].GetInt32()));
            start = table.GetProperty("nextStart").ValueKind is System.Text.Json.JsonValueKind.Number ? table.GetProperty("nextStart").GetInt32() : null;
        }

        Assert.Equal(Enumerable.Range(1, 100), numbers);
    }

    private static async Task<CallToolResult> CallAsync(McpClient client, string tool, Dictionary<string, object?> arguments) => await client.CallToolAsync(tool, arguments);

    private static string Text(CallToolResult answer)
    {
        Assert.True(answer.IsError);
        return Assert.IsType<TextContentBlock>(Assert.Single(answer.Content)).Text;
    }
}
