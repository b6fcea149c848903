using HypeWatch.Pipeline.Accuracy;

namespace HypeWatch.Evals.Flags;

/// <summary>The examples that the specification gives of each kind: those to be flagged are, those that are fair are not.</summary>
public sealed class SpecificationExamplesTests
{
    /// <summary>What a rule does not see: that a cited work, read for what it says, says less.</summary>
    private static readonly string[] BeyondRules = ["sx-10a"];

    private static readonly Task<IReadOnlyList<CaseResult>> Results = FlagCaseEval.RunAsync(FlagCase.Load(Path.Combine(AppContext.BaseDirectory, "cases", "spec-examples.json")), default);

    [Fact]
    public async Task Every_example_to_be_flagged_is_flagged_by_the_rules() =>
        Assert.Equal(BeyondRules, (await Results).Where(result => !result.Case.Fair && !result.Passed).Select(result => result.Case.Id));

    [Fact]
    public async Task No_fair_example_is_flagged() => Assert.Empty((await Results).Where(result => result.Case.Fair && !result.Passed).Select(result => $"{result.Case.Id}: {result.Problems[0]}"));
}
