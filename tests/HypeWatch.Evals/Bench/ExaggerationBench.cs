using System.Runtime.CompilerServices;
using HypeWatch.Classifiers;
using HypeWatch.Reading;

namespace HypeWatch.Evals.Bench;

/// <summary>A press release's conclusion against its paper's: which states the stronger relation. The strongest sentence of each counts.</summary>
internal sealed class ExaggerationBench : IBench
{
    public string Name => "exaggeration";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var reader = new RelationReader();
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, $"{request.Split ?? "train"}.jsonl"), ct))
        {
            var release = Strongest(reader, item.GetProperty("press_release_conclusion").GetString()!);
            var paper = Strongest(reader, item.GetProperty("abstract_conclusion").GetString()!);
            yield return new
            {
                Id = item.GetProperty("id"), Label = release > paper ? "exaggerates" : release < paper ? "downplays" : "same",
                PressReleaseStrength = (int)release, AbstractStrength = (int)paper,
            };
        }
    }

    private static Relation Strongest(RelationReader reader, string text) =>
        SentenceSplitter.Split(text, new(0, text.Length)).Select(span => reader.Read(span.Of(text))).DefaultIfEmpty(Relation.None).Max();
}
