extern alias app;

using System.Diagnostics;
using System.Globalization;
using System.Text;
using CommandLine = app::HypeWatch.App.Cli.CommandLine;

namespace HypeWatch.Benchmarks;

/// <summary>What the model path sends for the long texts of a folder, against the sentences sent once and one prompt a call; and what a second run sends.</summary>
internal sealed class ModelCallsGoal : IGoal
{
    public string Name => "L1";

    public string Description => "tokens sent to the language model, against the distinct numbered sentences of each document and one prompt a call (goal: at most 1.15, and no call in a second run)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        await using var run = await ModelRun.StartAsync(data, TimeSpan.Zero, ct);
        await run.AddAsync(ct);
        var requests = run.Model.Requests;
        var sentences = requests.SelectMany(request => CountingModel.Numbered().Matches(Sentences(request.User)).Select(match => (Document: request.User[..request.User.IndexOf('\n', StringComparison.Ordinal)], Sentence: match.Groups["sentence"].Value, Line: match.Value)))
            .DistinctBy(passage => (passage.Document, passage.Sentence)).Sum(passage => Encoding.UTF8.GetByteCount(passage.Line) + 1);
        // The prompt is what stays of a request without its data: the least of each kind.
        var prompts = requests.GroupBy(request => request.Purpose).Sum(kind => kind.Count() * kind.Min(request => request.Bytes - CountingModel.Numbered().Matches(request.User).Sum(match => Encoding.UTF8.GetByteCount(match.Value) + 1)));
        await run.AddAsync(ct);
        return new(requests.Sum(request => request.Bytes) / 4.0, "distinct numbered sentences and prompts", (sentences + prompts) / 4.0, string.Create(CultureInfo.InvariantCulture, $"{run.Documents} documents, {requests.Count} calls; {run.Model.Requests.Count - requests.Count} calls in a second run; {string.Join(", ", requests.GroupBy(request => request.Purpose).OrderBy(kind => kind.Key, StringComparer.Ordinal).Select(kind => $"{kind.Key} {kind.Count()} with {kind.Sum(request => request.Bytes) / 4} tokens"))}"))
        {
            Unit = "tokens",
        };
    }

    private static string Sentences(string user) => user.IndexOf("End of the sentences", StringComparison.Ordinal) is >= 0 and var end ? user[..end] : user;
}

/// <summary>How long the model path takes when every answer takes the same time, against that time alone.</summary>
internal sealed class ModelWaitGoal : IGoal
{
    private const int AtOnce = 4;
    private static readonly TimeSpan Latency = TimeSpan.FromSeconds(2);

    public string Name => "L2";

    public string Description => "wall time from the first question to the last answer of a language model that takes 2 s an answer, 4 calls at once, against that time alone (goal: at most 1.10, never more than 4 in flight)";

    public async Task<GoalResult> MeasureAsync(DirectoryInfo data, CancellationToken ct)
    {
        await using var run = await ModelRun.StartAsync(data, Latency, ct);
        var watch = Stopwatch.StartNew();
        await run.AddAsync(ct);
        watch.Stop();
        var calls = run.Model.Requests.Count;
        var ideal = Math.Ceiling(calls / (double)AtOnce) * Latency.TotalMilliseconds;
        return new(run.Model.Asked.TotalMilliseconds, "latency alone", ideal, string.Create(CultureInfo.InvariantCulture, $"{run.Documents} documents, {calls} calls, at most {run.Model.MostInFlight} in flight; the whole command, with reading before and assessment after, {watch.Elapsed.TotalSeconds:0.0} s"));
    }
}

/// <summary>The product with a counting model, over copies of the texts of a folder that are as long as papers.</summary>
internal sealed class ModelRun : IAsyncDisposable
{
    private const int MostDocuments = 48;
    private readonly DirectoryInfo folder;

    private ModelRun(CountingModel model, DirectoryInfo folder, int documents) => (Model, this.folder, Documents) = (model, folder, documents);

    public CountingModel Model { get; }

    public int Documents { get; }

    public static async Task<ModelRun> StartAsync(DirectoryInfo data, TimeSpan latency, CancellationToken ct)
    {
        var made = Directory.CreateTempSubdirectory("hypewatch-bench-");
        var model = await CountingModel.StartAsync(latency);
        var texts = data.EnumerateFiles("*.txt", SearchOption.AllDirectories).Where(file => file.Length is > 20_000 and < 200_000).OrderBy(file => file.FullName, StringComparer.Ordinal).Take(MostDocuments).ToList();
        var pages = made.CreateSubdirectory("pages");
        foreach (var (number, text) in texts.Index()) text.CopyTo(Path.Combine(pages.FullName, string.Create(CultureInfo.InvariantCulture, $"{number}.txt")));
        var own = made.CreateSubdirectory("data");
        await File.WriteAllTextAsync(
            Path.Combine(own.FullName, "hypewatch.json"), $$"""{ "Llm": { "Model": "counting", "Endpoint": "{{model.Endpoint}}", "MaxConcurrency": 4, "MaxTokensPerDay": 0 }, "Logging": { "LogLevel": { "Default": "Error" } } }""", ct);
        return new(model, made, texts.Count);
    }

    public async Task AddAsync(CancellationToken ct)
    {
        var code = await CommandLine.RunAsync(
            ["add", Path.Combine(folder.FullName, "pages"), "--any-topic", "--json", "--data-directory", Path.Combine(folder.FullName, "data")], new() { Output = TextWriter.Null, Error = Console.Error }, ct);
        if (code != 0) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"add ended with {code}"));
    }

    public async ValueTask DisposeAsync()
    {
        await Model.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }
}
