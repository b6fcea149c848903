using System.Runtime.CompilerServices;
using HypeWatch.Evidence;
using HypeWatch.Model;

namespace HypeWatch.Evals.Bench;

/// <summary>What a citation is for: six purposes (ACL-ARC) or three coarse roles (SciCite), by rules alone.</summary>
internal sealed class CitationIntentBench : IBench
{
    private const string Coarse = "scicite";

    public string Name => "citation-intent";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var reader = new CitationPurposeReader();
        var set = request.Set ?? "acl-arc";
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, $"{set}.{request.Split ?? "dev"}.jsonl"), ct))
        {
            var sentence = item.GetProperty("text").GetString()!;
            yield return new { Id = item.GetProperty("id"), Label = set == Coarse ? reader.ReadRole(sentence).ToString().ToLowerInvariant() : LabelOf(reader.Read(sentence)) };
        }
    }

    private static string LabelOf(CitationPurpose purpose) => purpose == CitationPurpose.Compares ? "CompareOrContrast" : purpose.ToString();
}
