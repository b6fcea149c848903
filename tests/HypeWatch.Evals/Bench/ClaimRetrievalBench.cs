using System.Runtime.CompilerServices;
using HypeWatch.Propagation;

namespace HypeWatch.Evals.Bench;

/// <summary>The same claim said again: ranks stored claims for a post by the index in which claims of other texts are looked for.</summary>
internal sealed class ClaimRetrievalBench : IBench
{
    private const int Answers = 20;

    public string Name => "claim-retrieval";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var reader = new PropositionReader(new(), new());
        List<string> names = [];
        List<IReadOnlyList<Concept>> claims = [];
        await foreach (var claim in JsonLines.ReadAsync(Path.Combine(request.In.FullName, "verified-claims.jsonl"), ct))
        {
            names.Add(claim.GetProperty("_id").GetString()!);
            claims.Add(reader.TermsOf($"{claim.GetProperty("claim").GetString()} {claim.GetProperty("title").GetString()}"));
        }

        var index = new ClaimIndex(claims);
        await foreach (var post in JsonLines.ReadAsync(Path.Combine(request.In.FullName, $"{request.Split ?? "dev"}.queries.jsonl"), ct))
            yield return new { Id = post.GetProperty("_id").GetString(), Ranked = index.Nearest(reader.TermsOf(post.GetProperty("text").GetString()!), Answers).Select(found => names[found]) };
    }
}
