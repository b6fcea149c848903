using System.Text.Json;
using System.Text.Json.Nodes;
using HypeWatch.Sources;
using HypeWatch.Tests.Fakes;

namespace HypeWatch.Tests.Sources;

/// <summary>
/// Each service is read from answers that we wrote in the shape of the real ones: the files of the folder <c>Answers</c>, which hold a source, what its service answers, the state in
/// which the poll must end, and the items. To accept what a changed connector finds, move the <c>*.received</c> file over the old one.
/// </summary>
public sealed class AnswersTests
{
    private const string Folder = "tests/HypeWatch.Tests/Sources/Answers";

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Cases => [.. Names];

    private static IEnumerable<string> Names => [.. Directory.EnumerateFiles(Repository.Path(Folder), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_service_is_read_from_its_answers(string name)
    {
        var (source, exchanges, keys, contact, root) = Read(name);
        await using var stage = await ApiStage.OpenAsync(exchanges, keys, contact);

        var poll = await stage.PollAsync(source);

        root["state"] = poll.State.ToString();
        root["reason"] = poll.Reason;
        root["items"] = new JsonArray([.. poll.Items.Select(item => (JsonNode)ApiStage.Line(item))]);
        Assert.Empty(stage.Answers.Unknown);
        Assert.All(exchanges, exchange => Assert.True(exchange.Served > 0, $"{exchange.Url} was not asked for"));
        CheckFile(name, root.ToJsonString(Written) + "\n");
    }

    [Fact]
    public void Every_kind_of_service_has_its_answers() =>
        Assert.Empty(ApiStage.Apis.Select(api => api.Kind).Except(Names.Select(name => name.Split('.')[0]), StringComparer.Ordinal));

    internal static (SourceSettings Source, IReadOnlyList<Exchange> Exchanges, Dictionary<string, string?> Keys, string? Contact, JsonObject Root) Read(string name)
    {
        var text = File.ReadAllText(Repository.Path($"{Folder}/{name}.json"));
        using var document = JsonDocument.Parse(text);
        var source = document.RootElement.GetProperty("source").Deserialize<SourceSettings>()! with { Name = name };
        var keys = document.RootElement.TryGetProperty("keys", out var given) ? given.Deserialize<Dictionary<string, string?>>()! : [];
        var contact = document.RootElement.TryGetProperty("contact", out var address) ? address.GetString() : null;
        return (source, RecordedAnswers.Read(document.RootElement), keys, contact, JsonNode.Parse(text)!.AsObject());
    }

    private static void CheckFile(string name, string actual)
    {
        var path = Repository.Path($"{Folder}/{name}.json");
        if (File.ReadAllText(path) == actual)
        {
            File.Delete(path + ".received");
            return;
        }

        File.WriteAllText(path + ".received", actual);
        Assert.Fail($"{name} is read differently: compare {path} with {path}.received");
    }
}
