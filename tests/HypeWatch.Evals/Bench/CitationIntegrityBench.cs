using System.Runtime.CompilerServices;
using System.Text.Json;
using HypeWatch.Classifiers;
using HypeWatch.Evidence;
using HypeWatch.Llm;
using HypeWatch.Model;

namespace HypeWatch.Evals.Bench;

/// <summary>
/// Whether a cited article bears a citing sentence out: the trained reader's answer, with <c>--task verdict</c> the product's offline verdict, with <c>--task model</c>
/// the product's verdict by a language model (where that gives none that can be verified, the offline one). The reader was trained on the set's part <c>train</c>.
/// </summary>
internal sealed class CitationIntegrityBench : IBench
{
    public string Name => "citation-integrity";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var offline = new SupportAnswers(SupportReader.Passages, CitedTextKind.Whole, "REFUTE", request.Task == "model" ? "verdict" : request.Task);
        var all = new List<Item>();
        await foreach (var row in JsonLines.ReadAsync(Path.Combine(request.In.FullName, $"{request.Split ?? "dev"}.jsonl"), ct))
            all.Add(new(row.GetProperty("id"), row.GetProperty("claim").GetString()!, [.. row.GetProperty("evidence").EnumerateArray().Select(sentence => sentence.GetString()!)]));
        List<Item> items = [.. SeededSample.Of(all, item => item.Id.ToString(), request.Sample)];
        var verdicts = request.Task == "model" ? await JudgeAsync(request, items, ct) : new CitedVerdict?[items.Count];
        foreach (var (item, verdict) in items.Zip(verdicts))
            yield return new { item.Id, Label = verdict is null ? offline.Of(item.Claim, item.Evidence) : offline.LabelOf(verdict.Verdict) };
    }

    private static Task<IReadOnlyList<CitedVerdict?>> JudgeAsync(BenchRequest request, IEnumerable<Item> items, CancellationToken ct)
    {
        var model = request.Model ?? throw new HypeWatchException("--task model needs --recordings FILE");
        return new ModelSupportJudge(model.Runner, PromptLibrary.Embedded()).JudgeAsync([.. items.Select(item => new CitedPair(item.Claim, SupportAnswers.TextOf(item.Evidence, CitedTextKind.Whole)))], ct);
    }

    private sealed record Item(JsonElement Id, string Claim, IReadOnlyList<string> Evidence);
}
