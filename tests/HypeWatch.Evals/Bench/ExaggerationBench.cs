using System.Runtime.CompilerServices;
using System.Text.Json;
using HypeWatch.Classifiers;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Propagation;
using HypeWatch.Reading;

namespace HypeWatch.Evals.Bench;

/// <summary>
/// A press release's conclusion against its paper's: which states the stronger relation. The strongest sentence of each counts; with <c>--task model</c> a language model compares both, as
/// the product does with claims that travelled, and where it gives no answer that can be verified the rules do.
/// </summary>
internal sealed class ExaggerationBench : IBench
{
    private const string Exaggerates = "exaggerates", Downplays = "downplays", Same = "same";

    public string Name => "exaggeration";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var reader = new RelationReader();
        var items = new List<(JsonElement Id, string Release, string Paper)>();
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, $"{request.Split ?? "train"}.jsonl"), ct))
            items.Add((item.GetProperty("id"), item.GetProperty("press_release_conclusion").GetString()!, item.GetProperty("abstract_conclusion").GetString()!));
        var compared = request.Task == "model" ? await CompareAsync(request, items, ct) : new ClaimComparison?[items.Count];
        foreach (var ((id, release, paper), comparison) in items.Zip(compared))
        {
            var (later, earlier) = (Strongest(reader, release), Strongest(reader, paper));
            yield return new { Id = id, Label = LabelOf(comparison) ?? (later > earlier ? Exaggerates : later < earlier ? Downplays : Same), PressReleaseStrength = (int)later, AbstractStrength = (int)earlier };
        }
    }

    private static Task<IReadOnlyList<ClaimComparison?>> CompareAsync(BenchRequest request, IEnumerable<(JsonElement Id, string Release, string Paper)> items, CancellationToken ct)
    {
        var model = request.Model ?? throw new HypeWatchException("--task model needs --recordings FILE");
        return new ModelClaimComparer(model.Runner, PromptLibrary.Embedded()).CompareAsync([.. items.Select(item => (item.Paper, item.Release))], ct);
    }

    private static string? LabelOf(ClaimComparison? comparison) => comparison?.Drift switch { Drift.Stronger => Exaggerates, Drift.Weaker => Downplays, Drift.Same => Same, _ => null };

    private static Relation Strongest(RelationReader reader, string text) =>
        SentenceSplitter.Split(text, new(0, text.Length)).Select(span => reader.Read(span.Of(text))).DefaultIfEmpty(Relation.None).Max();
}
