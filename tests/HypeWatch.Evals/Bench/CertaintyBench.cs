using System.Runtime.CompilerServices;
using HypeWatch.Classifiers;

namespace HypeWatch.Evals.Bench;

/// <summary>Certainty of stated findings: as a whole, and by aspect with <c>--task aspect</c>.</summary>
internal sealed class CertaintyBench : IBench
{
    public string Name => "certainty";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var reader = new LearnedReaders().Certainty;
        var task = request.Task ?? "sentence";
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, $"{task}.{request.Split ?? "val"}.jsonl"), ct))
        {
            var text = item.GetProperty("text").GetString()!;
            yield return task == "sentence"
                ? new { Id = item.GetProperty("id"), Certainty = reader.Score(text) }
                : new { Id = item.GetProperty("id"), Aspects = Enum.GetValues<CertaintyAspect>().ToDictionary(aspect => aspect.ToString(), aspect => reader.Read(text, aspect).ToString()) };
        }
    }
}
