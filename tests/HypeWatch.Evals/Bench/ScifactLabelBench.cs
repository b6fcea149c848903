using System.Runtime.CompilerServices;
using HypeWatch.Classifiers;
using HypeWatch.Evals.Training;
using HypeWatch.Model;

namespace HypeWatch.Evals.Bench;

/// <summary>
/// Whether an abstract bears a claim out (SciFact, the scorer's task <c>label</c>). The shipped reader was trained on the claims of the development part: there only
/// <c>--task held-out</c> is a fair figure, in which models answer for the claims that they did not learn from, and which for this reads the labels.
/// </summary>
internal sealed class ScifactLabelBench : IBench
{
    private const int Folds = 8;

    public string Name => "scifact-label";

    public async IAsyncEnumerable<object> AnswerAsync(BenchRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        await Task.Yield();
        var pairs = SupportTasks.ScifactPairs(request.In.FullName).ToList();
        if (request.Task == "held-out")
        {
            var scores = new SupportTasks(new PairFeatures(new())).Abstracts(request.In.FullName).HeldOut(Folds);
            for (var i = 0; i < pairs.Count; i++)
                yield return new { pairs[i].Id, Label = SupportAnswers.LabelOf(SupportReader.Labels.MaxBy(label => scores[i][(int)label]), "CONTRADICT") };
            yield break;
        }

        var answers = new SupportAnswers(SupportReader.Abstracts, CitedTextKind.Abstract, "CONTRADICT", request.Task);
        foreach (var pair in pairs)
        {
            ct.ThrowIfCancellationRequested();
            yield return new { pair.Id, Label = answers.Of(pair.Claim, pair.Sentences) };
        }
    }
}
