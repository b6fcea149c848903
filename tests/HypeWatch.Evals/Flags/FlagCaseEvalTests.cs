using HypeWatch.Model;
using HypeWatch.Pipeline.Accuracy;

namespace HypeWatch.Evals.Flags;

public class FlagCaseEvalTests
{
    /// <summary>What the rules reach on our own cases, a little below what was measured, so that a change for the worse is seen.</summary>
    private const double LeastFairLeftAlone = 0.9, LeastMicroF1 = 0.6;

    private static FlagCase Case(string text, IReadOnlyList<ExpectedFlag> expected, IReadOnlyList<string> forbidden, bool fair) =>
        new("t", [new(DocumentKind.Paper, Place.Results, "Lab A", text)], Coverage.Full, null, expected, forbidden, fair);

    private static async Task<CaseResult> Run(FlagCase item) => (await FlagCaseEval.RunAsync([item], default))[0];

    [Fact]
    public async Task The_own_cases_stay_at_their_floor()
    {
        var score = FlagCaseScore.Of(await FlagCaseEval.RunAsync(FlagCase.Load(Path.Combine(AppContext.BaseDirectory, "Flags", "own-cases.json")), default));
        Assert.True(score.FairLeftAlone >= LeastFairLeftAlone, $"fair left alone {score.FairLeftAlone}");
        Assert.True(score.MicroF1 >= LeastMicroF1, $"micro F1 {score.MicroF1}");
        Assert.True(score.Passed > Math.Max(score.Everything.Passed, score.FlagNothingPassed), $"passed {score.Passed}");
    }

    [Theory]
    [InlineData(1, 3, true)]
    [InlineData(4, 5, false)]
    public async Task An_expected_flag_counts_inside_its_range_of_severity_only(int low, int high, bool passed) =>
        Assert.Equal(passed, (await Run(Case("The monitor reaches an accuracy of 91%.", [new("OC09", "accuracy of 91%", "lab a", [low, high])], [], fair: false))).Passed);

    [Theory]
    [InlineData("OC09", false)]
    [InlineData("OC09:0", false)]
    [InlineData("OC09:1", true)]
    [InlineData("OC16", true)]
    public async Task A_forbidden_flag_fails_the_case_for_its_document(string rule, bool passed) =>
        Assert.Equal(passed, (await Run(Case("The monitor reaches an accuracy of 91%.", [], [rule], fair: false))).Passed);

    [Fact]
    public async Task Any_flag_but_a_note_on_context_fails_a_fair_case() =>
        Assert.False((await Run(Case("The monitor reaches an accuracy of 91%.", [], [], fair: true))).Passed);

    [Fact]
    public void Scores_count_right_wrong_and_missed_per_case_and_document()
    {
        var item = Case("x", [], [], fair: false);
        var score = FlagCaseScore.Of([new(item, false, [], new HashSet<(string, int)> { ("OC01", 0), ("OC09", 0) }, new HashSet<(string, int)> { ("OC01", 0), ("OC13", 0) })]);
        Assert.Equal((0.5, 1d / 3), (score.MicroF1, score.MacroF1));
        Assert.Equal((1, 0, 0), (score.PerCode["OC01"].Right, score.PerCode["OC01"].Wrong, score.PerCode["OC01"].Missed));
    }
}
