using System.Runtime.CompilerServices;
using HypeWatch.Reading;

namespace HypeWatch.Evals.Bench;

/// <summary>Sentence splitting: sets <c>golden</c> and <c>ewt</c> (split <c>dev</c> or <c>test</c>).</summary>
internal sealed class SentencesBench : IBench
{
    public string Name => "sentences";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var file = request.Set == "ewt" ? $"ewt-{request.Split ?? "dev"}.jsonl" : "golden-rules.jsonl";
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, file), ct))
        {
            var text = item.GetProperty("text").GetString()!;
            yield return new { Id = item.GetProperty("id"), Sentences = SentenceSplitter.Split(text, new(0, text.Length)).Select(span => span.Of(text)) };
        }
    }
}
