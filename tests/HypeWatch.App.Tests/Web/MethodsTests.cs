using System.Net;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HypeWatch.App.Tests.Web;

public sealed class MethodsTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();
    private RunningSite site = null!;

    public async Task InitializeAsync()
    {
        (await CommandRun.OfAsync("add", folder.Write("paper.html", AddTests.Page), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        site = await RunningSite.StartAsync(folder);
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_address_that_can_be_read_answers_head_without_a_body_and_names_its_methods()
    {
        foreach (var pattern in site.App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true && route.RoutePattern.Parameters.Count == 0).Select(route => route.RoutePattern.RawText!).Where(pattern => pattern != "/mcp"))
        {
            using var get = await site.Web.GetAsync(pattern);
            using var head = await site.Web.SendAsync(new(HttpMethod.Head, pattern));
            Assert.True(get.StatusCode == head.StatusCode, $"{pattern}: {get.StatusCode}, then {head.StatusCode}");
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
            using var options = await site.Web.SendAsync(new(HttpMethod.Options, pattern));
            Assert.Equal(HttpStatusCode.NoContent, options.StatusCode);
            Assert.Contains("HEAD", options.Content.Headers.Allow);
            Assert.Contains("GET", options.Content.Headers.Allow);
        }
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_know_is_still_refused()
    {
        using var answer = await site.Web.DeleteAsync("/claims");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("GET, HEAD, OPTIONS", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bibliography_holds_every_work_and_nothing_else()
    {
        var all = await site.Web.GetStringAsync("/works.bib");
        var works = System.Text.Json.JsonDocument.Parse(await site.Web.GetStringAsync("/works.json?_size=1")).RootElement.GetProperty("filtered_table_rows_count").GetInt32();
        Assert.Equal(works, all.Split('\n').Count(line => line.StartsWith('@')));
        Assert.EndsWith("}\n\n", all, StringComparison.Ordinal);
        using var few = await site.Web.GetAsync("/works.bib?_size=2");
        Assert.EndsWith("}\n\n", await few.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("/works.bib?", few.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
    }
}
