using HypeWatch.Model;
using HypeWatch.Predictions;

namespace HypeWatch.Tests.Predictions;

/// <summary>Scores and calibration, cut by set, forecaster, topic and horizon.</summary>
public sealed class PredictionCutsTests
{
    private static readonly PredictionSet First = Set("prd-1", "Ada Example", (0.9, Resolution.True, 20, null), (0.2, Resolution.False, 20, "probes"));
    private static readonly PredictionSet Second = Set("prd-2", "Ada Example", (0.6, Resolution.False, 200, "probes"), (null, Resolution.True, null, null));
    private static readonly PredictionSet Third = Set("prd-3", "Ben Sample", (0.5, Resolution.Partial, 20, "probes"), (0.3, Resolution.Open, null, null));

    [Fact]
    public void Each_cut_has_its_score_its_table_with_counts_and_what_it_is_relative_to()
    {
        var cuts = PredictionCuts.Of([First, Second, Third]);
        Assert.Equal("everything above 50 % happened, nothing below did", Cut("set", "prd-1").Remark);
        Assert.Equal((-0.7, 3, 1), (Cut("forecaster", "Ada Example").Score.Expectation!.Value, Cut("forecaster", "Ada Example").Score.Decided, Cut("forecaster", "Ada Example").Left));
        Assert.Equal((-0.8, 3), (Cut("topic", "probes").Score.Expectation!.Value, Cut("topic", "probes").Calibration.Sum(row => row.Count)));
        Assert.Equal(["0-30 days", "91-365 days", "not known"], cuts.Where(cut => cut.By == "horizon").Select(cut => cut.Name));
        Assert.Equal("relative to this forecaster's expectation", Cut("forecaster", "Ben Sample").ScoreIs);
        Assert.Equal("relative to this forecaster's expectation, each to their own", Cut("topic", "probes").ScoreIs);

        PredictionCut Cut(string by, string name) => Assert.Single(cuts, cut => cut.By == by && cut.Name == name);
    }

    [Fact]
    public void A_filter_leaves_the_predictions_that_it_names()
    {
        Assert.Equal([1], PredictionCuts.Narrow([First, Second, Third], new(Forecaster: "ada example", Horizon: "91-365 days")).Select(set => set.Items.Count));
        Assert.Equal(3, PredictionCuts.Narrow([First, Second, Third], new(Topic: "Probes")).Sum(set => set.Items.Count));
        Assert.Equal("prd-2", Assert.Single(PredictionCuts.Narrow([First, Second, Third], new(Set: new("prd-2")))).Id.Value);
        Assert.Empty(PredictionCuts.Narrow([First], new(Topic: "steering")));
    }

    [Fact]
    public void What_was_made_after_its_release_is_in_no_cut()
    {
        var late = First with { Bound = new("Sieves", PublicationDate.OnDay(new(2026, 4, 1), "test")) };
        Assert.Empty(PredictionCuts.Of([late]));
        Assert.Empty(Calibration.Of([late]));
    }

    private static PredictionSet Set(string id, string forecaster, params (double? Probability, Resolution Resolution, int? Days, string? Topic)[] items) => new(
        new(id), forecaster, new(2026, 5, 5), "the next paper", null, null, null,
        [
            .. items.Select((item, i) => new Prediction(i + 1, "x", item.Probability, item.Resolution, item.Resolution is Resolution.Partial ? 0.5 : null)
            {
                KnownAt = item.Days is { } days ? new DateOnly(2026, 5, 5).AddDays(days) : null, Topic = item.Topic,
            }),
        ]);
}
