using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;

namespace HypeWatch.App.Tests.Web;

/// <summary>Where the publication is public, no door shows a flag that nobody confirmed.</summary>
public sealed partial class PublicDoorsTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> unreviewed = new(StringComparer.Ordinal);
    private readonly List<string> ids = [];
    private string confirmed = "", confirmedRationale = "", week = "";
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        folder.Write("paper.html", AddTests.Page);
        folder.Write("second.html", AddTests.Page.Replace("<title>", "<title>Another: ", StringComparison.Ordinal).Replace("all language models", "every language model there is", StringComparison.Ordinal));
        (await RunAsync("add", "--any-topic", Path.Combine(folder.Path, "paper.html"), Path.Combine(folder.Path, "second.html"))).Expect(ExitCode.Ok);
        var before = await RowsAsync("flags", "--all");
        Assert.True(before.Count > 1);
        confirmed = before[^1].GetProperty("flag").GetProperty("id").GetString()!;
        confirmedRationale = before[^1].GetProperty("flag").GetProperty("rationale").GetString()!;
        week = (await RunAsync("digest", "send", "--json")).Output;
        foreach (var reviewer in (string[])["Ann", "Ben"])
            (await RunAsync("review", "add", confirmed, "confirm", "--by", reviewer, "--affiliation", "none")).Expect(ExitCode.Ok);
        foreach (var row in before.Select(row => row.GetProperty("flag")).Where(flag => flag.GetProperty("id").GetString() != confirmed))
            unreviewed[row.GetProperty("id").GetString()!] = row.GetProperty("rationale").GetString()!;
        ids.AddRange(unreviewed.Keys);
        foreach (var claim in (await RowsAsync("claims")).Select(row => row.GetProperty("claim")).Take(20)) ids.AddRange([claim.GetProperty("id").GetString()!, claim.GetProperty("version").GetString()!]);
        ids.AddRange((await RowsAsync("release", "list")).Select(row => row.GetProperty("id").GetString()!));
        ids.AddRange((await RowsAsync("claims")).Select(row => row.GetProperty("document").GetProperty("id").GetString()!).Distinct());
        site = await RunningSite.StartAsync(folder, ("Web:Publication", "public"));
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task No_route_shows_an_unreviewed_flag()
    {
        var routes = site.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true).Select(route => route.RoutePattern.RawText!).Where(pattern => pattern != "/mcp").Distinct().ToList();
        Assert.True(routes.Count > 60);
        foreach (var pattern in routes)
        {
            string[] values = pattern.Contains("{id}", StringComparison.Ordinal) ? [.. ids] : ["flags-by-kind", "flags-by-kind.json", "HypeWatch", "2026-W01"];
            foreach (var address in ParameterPattern().IsMatch(pattern) ? values.Select(value => ParameterPattern().Replace(pattern, value)) : [pattern])
                foreach (var end in address.Contains('.', StringComparison.Ordinal) ? (string[])[""] : ["", ".json"])
                    await LooksCleanAsync(address + end);
        }

        foreach (var list in (string[])["flags", "flags.json", "flags.csv", "flags.ndjson", "flags.atom", "flags.jsonld"])
            foreach (var question in (string[])["all=1", "candidates=1", "status=candidate", "status=open", "status=suppressed", "_facet=status&all=1", "_as_of=2999-01-01&all=1", "q=language&all=1", "_shape=objects&all=1"])
                await LooksCleanAsync($"/{list}?{question}");
        await LooksCleanAsync("/sql.json?sql=select%20*%20from%20main.flags_v");
        foreach (Match link in LinkPattern().Matches(await site.Web.GetStringAsync("/digests"))) await LooksCleanAsync(link.Groups["path"].Value);
        Assert.NotEmpty(week);
    }

    [Fact]
    public async Task An_unreviewed_flag_is_not_there_and_a_confirmed_one_is()
    {
        foreach (var id in unreviewed.Keys)
            foreach (var end in (string[])["", ".json", ".jsonld"])
            {
                using var answer = await site.Web.GetAsync($"/f/{id}{end}");
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
                Assert.Contains("there is no flag", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }

        Assert.Contains("What would clear it", await site.Web.GetStringAsync($"/f/{confirmed}"), StringComparison.Ordinal);
        var list = JsonDocument.Parse(await site.Web.GetStringAsync("/flags.json?all=1&_facet=status")).RootElement;
        Assert.Equal(confirmed, Assert.Single(list.GetProperty("rows").EnumerateArray()).GetProperty("flag").GetProperty("id").GetString());
        Assert.Equal("confirmed", Assert.Single(list.GetProperty("facet_results").GetProperty("status").GetProperty("results").EnumerateArray()).GetProperty("value").GetString());
        Assert.Equal(1, list.GetProperty("filtered_table_rows_count").GetInt32());
        var counted = JsonDocument.Parse(await site.Web.GetStringAsync("/claims.json?_shape=objects&_size=max")).RootElement.GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("flags").GetInt32());
        Assert.InRange(counted, 0, 1);
    }

    [Fact]
    public async Task A_flag_that_was_taken_back_after_it_was_confirmed_keeps_resolving()
    {
        foreach (var reviewer in (string[])["Ann", "Ben"])
            (await RunAsync("review", "add", confirmed, "dismiss", "--by", reviewer, "--affiliation", "none", "--reason", "not_a_claim")).Expect(ExitCode.Ok);
        Assert.Contains("dismissed", await site.Web.GetStringAsync($"/f/{confirmed}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tools_show_no_unreviewed_flag_either()
    {
        await using var client = await McpClient.CreateAsync(new HttpClientTransport(new() { Endpoint = new Uri(site.Web.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }));
        await LooksCleanAsync(client, "list_flags", new() { ["minSeverity"] = 0 });
        await LooksCleanAsync(client, "run_query", new() { ["statement"] = "select * from flags_v" });
        await LooksCleanAsync(client, "run_query", new() { ["stored"] = "flags-by-kind" });
        foreach (var id in ids.Where(id => id.StartsWith("clm", StringComparison.Ordinal))) await LooksCleanAsync(client, "get_claim", new() { ["id"] = id });
        foreach (var id in ids.Where(id => id.StartsWith("rel", StringComparison.Ordinal))) await LooksCleanAsync(client, "get_release_scorecard", new() { ["id"] = id });
    }

    private async Task LooksCleanAsync(McpClient client, string tool, Dictionary<string, object?> arguments)
    {
        var answer = await client.CallToolAsync(tool, arguments);
        LooksClean(tool, string.Concat(answer.Content.OfType<ModelContextProtocol.Protocol.TextContentBlock>().Select(block => block.Text)));
    }

    private async Task LooksCleanAsync(string address)
    {
        using var answer = await site.Web.GetAsync(address);
        LooksClean(address, await answer.Content.ReadAsStringAsync());
    }

    private void LooksClean(string asked, string body)
    {
        var words = WebUtility.HtmlDecode(body);
        foreach (var (id, rationale) in unreviewed)
        {
            // What does not exist is told by the name under which it was asked for.
            if (!asked.Contains(id, StringComparison.Ordinal)) Assert.False(words.Contains(id, StringComparison.Ordinal), $"{asked} names {id}");
            Assert.False(words.Contains(rationale, StringComparison.Ordinal) && rationale != confirmedRationale, $"{asked} tells the rationale of {id}");
        }
    }

    private async Task<List<JsonElement>> RowsAsync(params string[] arguments) => [.. (await RunAsync([.. arguments, "--json", "--limit", "1000"])).Expect(ExitCode.Ok).Json.GetProperty("rows").EnumerateArray()];

    private Task<CommandRun> RunAsync(params string[] arguments) => CommandRun.OfAsync([.. arguments, "--data-directory", folder.Data]);

    [GeneratedRegex(@"\{\**\w+\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ParameterPattern();

    [GeneratedRegex("href=\"(?<path>/digests/[^\"]*)\"", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LinkPattern();
}
