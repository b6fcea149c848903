using System.Runtime.CompilerServices;

namespace HypeWatch.Evals.Bench;

/// <summary>Posts in the order in which they should be checked.</summary>
internal sealed class CheckWorthyBench : IBench
{
    public string Name => "checkworthy";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var posts = new LearnedReaders().Posts;
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, $"{request.Split ?? "dev"}.jsonl"), ct))
            yield return new { Id = item.GetProperty("id"), Score = posts.CheckWorthiness(item.GetProperty("text").GetString()!) };
    }
}
