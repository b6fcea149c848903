using System.Runtime.CompilerServices;
using HypeWatch.Classifiers;

namespace HypeWatch.Evals.Bench;

/// <summary>Sentences that state a fact worth checking.</summary>
internal sealed class ClaimBusterBench : IBench
{
    public string Name => "claimbuster";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, $"{request.Split ?? "train"}.jsonl"), ct))
        {
            var score = CheckWorthiness.Score(item.GetProperty("text").GetString()!);
            yield return new { Id = item.GetProperty("id"), Label = score >= CheckWorthiness.Threshold ? 1 : 0, Score = score };
        }
    }
}
