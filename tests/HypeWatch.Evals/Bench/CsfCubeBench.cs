using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HypeWatch.Evals.Bench;

/// <summary>Which papers are like a paper in its background, its method or its result: the search of the prior-work base by its title and the sentences of that role.</summary>
internal sealed class CsfCubeBench : IBench
{
    public string Name => "csfcube";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        Dictionary<string, JsonElement> papers = [];
        await foreach (var paper in JsonLines.ReadAsync(Path.Combine(request.In.FullName, "papers.jsonl.gz"), ct)) papers[paper.GetProperty("_id").GetString()!] = paper;
        await using var scratch = await ScratchWorks.MakeAsync([.. papers.Select(pair => ScratchWorks.Work(pair.Key, Title(pair.Value), string.Join(' ', Sentences(pair.Value).Select(sentence => sentence.Text))))], request.Embeddings, ct);
        await foreach (var query in JsonLines.ReadAsync(Path.Combine(request.In.FullName, "queries.jsonl"), ct))
        {
            var source = papers[query.GetProperty("paper").GetString()!];
            var facet = query.GetProperty("facet").GetString();
            var sentences = Sentences(source).Where(sentence => sentence.Role == facet || (facet == "background" && sentence.Role == "objective")).Select(sentence => sentence.Text).ToList();
            var text = string.Join(' ', [Title(source), .. sentences.Count > 0 ? sentences : Sentences(source).Select(sentence => sentence.Text)]);
            var pool = query.GetProperty("pool").EnumerateArray().Select(paper => paper.GetString()!).ToList();
            var found = (await scratch.Search.FindAsync(new(text, papers.Count), ct)).Select(work => work.Work.Id.Value).Where(pool.ToHashSet(StringComparer.Ordinal).Contains).ToList();
            yield return new { Id = query.GetProperty("id").GetString(), Ranked = (string[])[.. found, .. pool.Except(found)] };
        }
    }

    private static string Title(JsonElement paper) => paper.GetProperty("title").GetString()!;

    private static IEnumerable<(string Role, string Text)> Sentences(JsonElement paper) =>
        paper.GetProperty("sentences").EnumerateArray().Select(sentence => (sentence[0].GetString()!, sentence[1].GetString()!));
}
