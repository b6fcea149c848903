using System.Runtime.CompilerServices;
using HypeWatch.Model;

namespace HypeWatch.Evals.Bench;

/// <summary>Which abstracts bear on a claim: the search of the prior-work base, by the claim's words alone.</summary>
internal sealed class SciFactBench : IBench
{
    private const int Answers = 100;

    public string Name => "scifact";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        List<PriorWork> works = [];
        await foreach (var document in JsonLines.ReadAsync(Path.Combine(request.In.FullName, "corpus.jsonl.gz"), ct))
            works.Add(ScratchWorks.Work(document.GetProperty("_id").GetString()!, document.GetProperty("title").GetString()!, string.Join(' ', document.GetProperty("sentences").EnumerateArray().Select(sentence => sentence.GetString()))));
        await using var scratch = await ScratchWorks.MakeAsync(works, request.Embeddings, ct);
        await foreach (var query in JsonLines.ReadAsync(Path.Combine(request.In.FullName, "queries.jsonl"), ct))
        {
            var found = await scratch.Search.FindAsync(new(query.GetProperty("text").GetString()!, Answers), ct);
            yield return new { Id = query.GetProperty("_id").GetString(), Ranked = found.Select(work => work.Work.Id.Value) };
        }
    }
}
