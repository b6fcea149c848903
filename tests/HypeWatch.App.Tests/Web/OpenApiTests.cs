using System.Net;
using System.Text.Json;
using HypeWatch.App.Cli;
using HypeWatch.App.Tests.Cli;
using HypeWatch.App.Tests.Fakes;

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
            var get = path.Value.GetProperty("get");
            operations.Add(get.GetProperty("operationId").GetString()!);
            var names = new List<string>();
            foreach (var parameter in get.GetProperty("parameters").EnumerateArray())
            {
                names.Add(parameter.GetProperty("name").GetString()!);
                var isInPath = parameter.GetProperty("in").GetString() == "path";
                Assert.Equal(isInPath, parameter.GetProperty("required").GetBoolean());
                Assert.Equal(isInPath, path.Name.Contains("{" + names[^1] + "}", StringComparison.Ordinal));
                Check(parameter.GetProperty("schema"));
            }

            Assert.Equal(names.Count, names.Distinct().Count());
            foreach (var response in get.GetProperty("responses").EnumerateObject())
            {
                Assert.Matches("^[1-5][0-9][0-9]$", response.Name);
                Assert.NotEmpty(response.Value.GetProperty("description").GetString()!);
                if (response.Value.TryGetProperty("content", out var content))
                    foreach (var media in content.EnumerateObject()) Check(media.Value.GetProperty("schema"));
            }
        }

        Assert.Equal(operations.Count, operations.Distinct().Count());
        foreach (var schema in document.GetProperty("components").GetProperty("schemas").EnumerateObject()) Check(schema.Value);
    }

    [Fact]
    public async Task Every_list_answers_as_it_is_described_and_knows_every_parameter()
    {
        foreach (var path in document.GetProperty("paths").EnumerateObject().Where(path => !path.Name.Contains('{', StringComparison.Ordinal)))
        {
            var get = path.Value.GetProperty("get");
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
    public async Task Odd_questions_to_every_list_are_answered_or_refused_and_never_fail()
    {
        var random = new Random(3);
        string[] values = ["", "0", "-1", "1e308", "S3", "%00", "'", "\"", "../..", "9999999999999999999", "ä", "true", "null", "T1,T2", "*", "é😀", new string('x', 400)];
        string[] ops = ["", "__exact", "__not", "__contains", "__startswith", "__gt", "__gte", "__lt", "__lte", "__in", "__isnull", "__", "__drop"];
        foreach (var path in document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList())
        {
            var names = document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("parameters").EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString()!).ToList();
            for (var i = 0; i < 40; i++)
            {
                var value = values[random.Next(values.Length)];
                var at = path.Contains('{', StringComparison.Ordinal) ? path.Replace("{id}", Uri.EscapeDataString(value.Length == 0 || value.Contains('.', StringComparison.Ordinal) ? "x" : value), StringComparison.Ordinal)
                    : $"{path}?{names[random.Next(names.Count)]}{ops[random.Next(ops.Length)]}={(value == "%00" ? value : Uri.EscapeDataString(value))}&{names[random.Next(names.Count)]}={Uri.EscapeDataString(values[random.Next(values.Length)])}";
                using var answer = await site.Web.GetAsync(at);
                Assert.True((int)answer.StatusCode < 500, $"{at}: {answer.StatusCode}");
            }
        }
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
