using System.Runtime.CompilerServices;
using System.Text.Json;
using HypeWatch.Classifiers;
using HypeWatch.Evals.Training;

namespace HypeWatch.Evals.Bench;

/// <summary>Sentences in which authors admit a limitation of their own study, each with the neighbours that the set holds.</summary>
internal sealed class LimitationsBench : IBench
{
    public string Name => "limitations";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows = new List<JsonElement>();
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, $"{request.Split ?? "train"}.jsonl"), ct)) rows.Add(item);
        var reader = new LearnedReaders().Limitations;
        var contexts = ArticleSentences.Of(rows);
        for (var i = 0; i < rows.Count; i++)
            yield return new { Id = rows[i].GetProperty("id"), Label = reader.Probability(contexts[i]) >= LimitationReader.Threshold ? 1 : 0 };
    }
}
