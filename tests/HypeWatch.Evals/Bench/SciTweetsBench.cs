using System.Runtime.CompilerServices;
using HypeWatch.Classifiers;
using HypeWatch.Evals.Training;

namespace HypeWatch.Evals.Bench;

/// <summary>What short posts have to do with science.</summary>
internal sealed class SciTweetsBench : IBench
{
    public string Name => "scitweets";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var posts = new LearnedReaders().Posts;
        await foreach (var item in JsonLines.ReadAsync(Path.Combine(request.In.FullName, $"{request.Split ?? "train"}.jsonl"), ct))
        {
            var text = item.GetProperty("text").GetString()!;
            var urls = PostLinks.Of(item.GetProperty("urls").GetString()!);
            int Has(PostTrait trait) => posts.Probability(text, urls, trait) >= PostReader.Threshold ? 1 : 0;
            yield return new { Id = item.GetProperty("id"), Claim = Has(PostTrait.Claim), Reference = Has(PostTrait.Reference), Context = Has(PostTrait.Context), ScienceRelated = Has(PostTrait.Science) };
        }
    }
}
