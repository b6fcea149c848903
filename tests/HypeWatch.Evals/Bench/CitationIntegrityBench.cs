using System.Runtime.CompilerServices;
using HypeWatch.Classifiers;
using HypeWatch.Model;

namespace HypeWatch.Evals.Bench;

/// <summary>
/// Whether a cited article bears a citing sentence out: the trained reader's answer, or with <c>--task verdict</c> the product's guarded verdict. The reader was
/// trained on the set's part <c>train</c>.
/// </summary>
internal sealed class CitationIntegrityBench : IBench
{
    public string Name => "citation-integrity";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var answers = new SupportAnswers(SupportReader.Passages, CitedTextKind.Whole, "REFUTE", request.Task);
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, $"{request.Split ?? "dev"}.jsonl"), ct))
            yield return new { Id = item.GetProperty("id"), Label = answers.Of(item.GetProperty("claim").GetString()!, [.. item.GetProperty("evidence").EnumerateArray().Select(sentence => sentence.GetString()!)]) };
    }
}
