using System.Net;
using System.Text.Json;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HypeWatch.App.Tests.Web;

/// <summary>The description of the interface says what the interface does.</summary>
public sealed class OpenApiTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Types = ["object", "array", "string", "integer", "number", "boolean", "null"];

    private readonly TemporaryFolder folder = new();
    private RunningSite site = null!;
    private JsonElement document;

    public async Task InitializeAsync()
    {
        folder.Write("paper.html", AddTests.Page);
        (await CommandRun.OfAsync("add", Path.Combine(folder.Path, "paper.html"), "--data-directory", folder.Data)).Expect(ExitCode.Ok);
        site = await RunningSite.StartAsync(folder);
        document = JsonDocument.Parse(await site.Web.GetStringAsync("/openapi/v1.json")).RootElement;
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void It_has_the_structure_of_openapi_3_1()
    {
        Assert.Equal("3.1.0", document.GetProperty("openapi").GetString());
        Assert.NotEmpty(document.GetProperty("info").GetProperty("title").GetString()!);
        Assert.NotEmpty(document.GetProperty("info").GetProperty("version").GetString()!);
        var operations = new List<string>();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            Assert.StartsWith("/", path.Name, StringComparison.Ordinal);
            foreach (var operation in path.Value.EnumerateObject()) operations.Add(CheckOperation(path.Name, operation.Value));
        }

        Assert.Equal(operations.Count, operations.Distinct().Count());
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject()) Check(schema.Value);
    }

    [Fact]
    public async Task Every_list_answers_as_it_is_described_and_knows_every_parameter()
    {
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.TryGetProperty("get", out var get) || !get.GetProperty("operationId").GetString()!.StartsWith("list_", StringComparison.Ordinal)) continue;
            using var answer = await site.Web.GetAsync(path.Name + (path.Name is "/claims.json" or "/flags.json" ? "?_shape=objects" : ""));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var content = get.GetProperty("responses").GetProperty("200").GetProperty("content").EnumerateObject().Single();
            Assert.Equal(content.Name, answer.Content.Headers.ContentType!.MediaType);
            if (content.Name == "application/json") Conforms(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement, content.Value.GetProperty("schema"), path.Name);
            if (!path.Name.EndsWith(".json", StringComparison.Ordinal)) continue;
            foreach (var parameter in get.GetProperty("parameters").EnumerateArray())
            {
                using var asked = await site.Web.GetAsync($"{path.Name}?{parameter.GetProperty("name").GetString()}=0");
                Assert.DoesNotContain("there is no filter", await asked.Content.ReadAsStringAsync(), StringComparison.Ordinal);
                Assert.True(asked.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest);
            }
        }
    }

    [Fact]
    public void Every_route_is_described_and_nothing_else()
    {
        var routes = site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(route => route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {route.RoutePattern.RawText!.Replace("{**", "{", StringComparison.Ordinal)}"));
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}")).ToList();
        Assert.Empty(routes.Except(described));
        // Things can be had as JSON under the address of their page.
        Assert.All(described.Except(routes), other => Assert.Matches(@"^GET /[a-z]/\{id\}\.json$", other));
    }

    [Fact]
    public async Task Two_hundred_odd_requests_to_every_route_are_answered_or_refused_and_never_fail()
    {
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
                await Parallel.ForAsync(0, OddRequests.OfEach, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (number, ct) =>
                {
                    using var request = OddRequests.Make(path.Name, operation.Name, operation.Value, number);
                    using var answer = await site.Web.SendAsync(request, ct);
                    var body = await answer.Content.ReadAsStringAsync(ct);
                    // Without the work beside it the service says that it is not well.
                    Assert.True((int)answer.StatusCode < 500 || (path.Name is "/healthz" or "/readyz" && answer.StatusCode is HttpStatusCode.ServiceUnavailable), $"{request.Method} {request.RequestUri}: {answer.StatusCode}");
                    Assert.True((int)answer.StatusCode < 400 || body.Length > 0, $"{request.Method} {request.RequestUri}: {answer.StatusCode} without a word");
                });
    }

    [Theory]
    [InlineData("DELETE", "/claims.json", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/mcp", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/claims.json?q=", HttpStatusCode.RequestUriTooLong)]
    [InlineData("POST", "/check", HttpStatusCode.BadRequest)]
    [InlineData("GET", "/no-such.json", HttpStatusCode.NotFound)]
    public async Task A_refusal_says_why_in_the_shape_of_all_refusals(string method, string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), expected is HttpStatusCode.RequestUriTooLong ? path + new string('x', 9000) : path);
        // A form that breaks off in its first part.
        if (method == "POST") request.Content = new StringContent("--x\r\nContent-Disposition: form-data; name=text\r\n\r\nx", new System.Net.Http.Headers.MediaTypeHeaderValue("multipart/form-data") { Parameters = { new("boundary", "x") } });
        using var answer = await site.Web.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Conforms(problem, document.GetProperty("components").GetProperty("schemas").GetProperty("Problem"), path);
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
    }

    private string CheckOperation(string path, JsonElement operation)
    {
        Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
        var names = new List<string>();
        foreach (var parameter in operation.GetProperty("parameters").EnumerateArray())
        {
            names.Add(parameter.GetProperty("name").GetString()!);
            var isInPath = parameter.GetProperty("in").GetString() == "path";
            Assert.Equal(isInPath, parameter.GetProperty("required").GetBoolean());
            Assert.Equal(isInPath, path.Contains("{" + names[^1] + "}", StringComparison.Ordinal));
            Check(parameter.GetProperty("schema"));
        }

        Assert.Equal(names.Count, names.Distinct().Count());
        foreach (var response in operation.GetProperty("responses").EnumerateObject())
        {
            Assert.Matches("^([1-5][0-9][0-9]|default)$", response.Name);
            Assert.NotEmpty(response.Value.GetProperty("description").GetString()!);
            if (response.Value.TryGetProperty("content", out var content))
                foreach (var media in content.EnumerateObject()) Check(media.Value.GetProperty("schema"));
        }

        return operation.GetProperty("operationId").GetString()!;
    }

    private void Check(JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var name = reference.GetString()!;
            Assert.StartsWith("#/components/schemas/", name, StringComparison.Ordinal);
            Assert.True(document.GetProperty("components").GetProperty("schemas").TryGetProperty(name["#/components/schemas/".Length..], out _), name);
            return;
        }

        foreach (var type in TypesOf(schema)) Assert.Contains(type, Types);
        if (schema.TryGetProperty("items", out var items)) Check(items);
        if (schema.TryGetProperty("anyOf", out var any)) Assert.All(any.EnumerateArray(), Check);
        if (!schema.TryGetProperty("properties", out var properties)) return;
        foreach (var property in properties.EnumerateObject()) Check(property.Value);
        if (schema.TryGetProperty("required", out var required)) Assert.All(required.EnumerateArray(), name => Assert.True(properties.TryGetProperty(name.GetString()!, out _)));
    }

    private void Conforms(JsonElement value, JsonElement schema, string at)
    {
        if (schema.TryGetProperty("$ref", out var reference)) schema = document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!["#/components/schemas/".Length..]);
        if (schema.TryGetProperty("anyOf", out var any)) schema = document.GetProperty("components").GetProperty("schemas").GetProperty(any[0].GetProperty("$ref").GetString()!["#/components/schemas/".Length..]);
        var types = TypesOf(schema).ToList();
        var own = value.ValueKind switch
        {
            JsonValueKind.Object => "object", JsonValueKind.Array => "array", JsonValueKind.String => "string", JsonValueKind.Number when value.TryGetInt64(out _) && types.Contains("integer") => "integer", JsonValueKind.Number => "number",
            JsonValueKind.Null => "null", _ => "boolean",
        };
        Assert.True(types.Count == 0 || types.Contains(own), $"{at}: {own} is none of {string.Join(", ", types)}");
        if (schema.TryGetProperty("enum", out var codes)) Assert.Contains(value.GetRawText(), codes.EnumerateArray().Select(code => code.GetRawText()));
        if (schema.TryGetProperty("required", out var required)) Assert.All(required.EnumerateArray(), name => Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{at}: {name} is missing"));
        if (schema.TryGetProperty("items", out var items) && value.ValueKind is JsonValueKind.Array) foreach (var item in value.EnumerateArray()) Conforms(item, items, at + "[]");
        if (schema.TryGetProperty("properties", out var properties))
            foreach (var property in properties.EnumerateObject())
                if (value.TryGetProperty(property.Name, out var member)) Conforms(member, property.Value, $"{at}.{property.Name}");
    }

    private static IEnumerable<string> TypesOf(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? [] : type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Select(one => one.GetString()!) : [type.GetString()!];
}
