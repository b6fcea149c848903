namespace HypeWatch.Evals.Propagation;

public sealed class PairEvalTests
{
    /// <summary>The bar for matching, and for the direction of change, on subjects that no rule was tuned on.</summary>
    private const double LeastF1 = 0.85, LeastDirection = 0.85;

    private static readonly IReadOnlyList<ClaimPair> Pairs = ClaimPair.Load(Path.Combine(AppContext.BaseDirectory, "Propagation", "own-pairs.jsonl"));

    [Fact]
    public void Matching_and_direction_hold_on_the_half_that_was_not_tuned_on()
    {
        var score = PairScore.Of(new PairEval().Run([.. Pairs.Where(pair => pair.Half == "test")]));
        Assert.True(score.F1 >= LeastF1, $"F1 {score.F1}");
        Assert.True(score.Direction >= LeastDirection, $"direction {score.Direction}");
    }

    [Fact]
    public void A_negated_sentence_is_never_the_same_claim() =>
        Assert.All(new PairEval().Run([.. Pairs.Where(pair => pair.Change == "negated")]), result => Assert.True(result.Edge is null, result.Pair.Id));
}
