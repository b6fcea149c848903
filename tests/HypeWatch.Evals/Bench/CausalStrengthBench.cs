using System.Runtime.CompilerServices;
using HypeWatch.Classifiers;

namespace HypeWatch.Evals.Bench;

/// <summary>Which relation a conclusion states: none, correlational, conditional or causal.</summary>
internal sealed class CausalStrengthBench : IBench
{
    public string Name => "causal-strength";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var reader = new RelationReader();
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, $"{request.Split ?? "train"}.jsonl"), ct))
            yield return new { Id = item.GetProperty("id"), Label = reader.Read(item.GetProperty("sentence").GetString()!).ToString().ToLowerInvariant() };
    }
}
