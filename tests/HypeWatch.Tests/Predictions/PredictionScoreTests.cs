using HypeWatch.Model;
using HypeWatch.Predictions;

namespace HypeWatch.Tests.Predictions;

public sealed class PredictionScoreTests
{
    // The fixture of specification 8: ten predictions, three of which came true; their probabilities add up to 3.74.
    private static readonly PredictionSet Ten = Set(-0.74, (0.99, Resolution.True), (0.95, Resolution.True), (0.8, Resolution.True), (0.2, Resolution.False), (0.2, Resolution.False),
        (0.25, Resolution.False), (0.05, Resolution.False), (0.15, Resolution.False), (0.1, Resolution.False), (0.05, Resolution.False));

    private static readonly PredictionSet Eight = Set(1.35, (0.6, Resolution.True), (0.2, Resolution.True), (0.2, Resolution.False), (0.15, Resolution.True), (0.15, Resolution.False),
        (null, Resolution.False), (null, Resolution.False), (null, Resolution.False));

    [Fact]
    public void Three_of_ten_that_were_given_three_and_three_quarters_score_below_zero()
    {
        var score = PredictionScore.Of(Ten);
        Assert.Equal(-0.74, score.Expectation);
        Assert.Equal(0.02226, score.Brier!.Value, 5);
        Assert.Equal((10, 3.0), (score.Decided, score.Happened));
    }

    [Fact]
    public void The_reported_score_tells_what_the_unknown_probabilities_must_add()
    {
        Assert.Null(PredictionScore.Remainder(Ten));
        Assert.Equal(-0.35, PredictionScore.Remainder(Eight)!.Value, 10);
    }

    [Fact]
    public void A_missing_probability_leaves_the_score_unknown_but_not_that_of_the_known_ones()
    {
        var whole = PredictionScore.Of(Eight);
        Assert.Equal((null, null, 8), (whole.Expectation, whole.Brier, whole.Decided));
        Assert.Equal(1.70, PredictionScore.OfKnown(Eight).Expectation);
    }

    [Fact]
    public void Void_and_open_ones_do_not_count() =>
        Assert.Equal(0.5, PredictionScore.Of(Set(null, (0.5, Resolution.True), (0.9, Resolution.Void), (null, Resolution.Open))).Expectation);

    [Theory]
    [InlineData(0.5, 0.3, 0.2, 0.04)]
    [InlineData(0.25, 0.75, -0.5, 0.25)]
    public void A_partial_one_counts_its_fraction(double fraction, double probability, double expectation, double brier)
    {
        var set = Set(null, (probability, Resolution.Partial));
        var score = PredictionScore.Of(set with { Items = [set.Items[0] with { Fraction = fraction }] });
        Assert.Equal((expectation, brier, fraction), (score.Expectation!.Value, score.Brier!.Value, score.Happened));
    }

    [Fact]
    public void A_partial_one_without_a_fraction_is_not_decided() =>
        Assert.Equal(new Score(null, null, 0, 0), PredictionScore.Of(Set(null, (0.4, Resolution.Partial))));

    [Fact]
    public void Without_a_decided_prediction_there_is_no_score() => Assert.Null(PredictionScore.Of(Set(null, (0.4, Resolution.Open))).Expectation);

    private static PredictionSet Set(double? reported, params (double? Probability, Resolution Resolution)[] items) =>
        new(new("prd-1"), "Ada Example", new(2024, 5, 5), "the next paper", null, null, reported,
            [.. items.Select((item, i) => new Prediction(i + 1, $"Statement {i + 1}", item.Probability, item.Resolution))]);
}
