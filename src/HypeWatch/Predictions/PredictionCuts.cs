using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>Which predictions are asked about.</summary>
/// <param name="Set">Only this set.</param>
/// <param name="Forecaster">Only of this forecaster.</param>
/// <param name="Topic">Only on this topic.</param>
/// <param name="Horizon">Only of this range of days, one of <see cref="Predictions.Horizon.Names"/>.</param>
public sealed record PredictionFilter(PredictionSetId? Set = null, string? Forecaster = null, string? Topic = null, string? Horizon = null);

/// <summary>The scores of some predictions that have something in common.</summary>
/// <param name="By">What: set, forecaster, topic or horizon.</param>
/// <param name="Name">Which one.</param>
/// <param name="Score">Their score together, over those with a known probability.</param>
/// <param name="ScoreIs">What it is relative to.</param>
/// <param name="Left">Decided predictions that are left out, since their probability is not known.</param>
/// <param name="Calibration">Their calibration table.</param>
/// <param name="Remark">What can be said of it in one sentence; null when nothing.</param>
public sealed record PredictionCut(string By, string Name, Score Score, string ScoreIs, int Left, IReadOnlyList<CalibrationRow> Calibration, string? Remark);

/// <summary>Cuts predictions by set, forecaster, topic and horizon. Sets that were made after their release are left out of every cut.</summary>
public static class PredictionCuts
{
    /// <summary>Said of predictions of several forecasters.</summary>
    public const string MeaningOfSeveral = Score.Meaning + ", each to their own";

    /// <summary>What a prediction without a topic is listed under.</summary>
    public const string NoTopic = "no topic";

    /// <summary>The sets with those predictions alone that a filter lets through; a set that is cut has no reported score, which would be that of the whole.</summary>
    public static IReadOnlyList<PredictionSet> Narrow(IEnumerable<PredictionSet> sets, PredictionFilter filter) =>
    [
        .. from set in sets
           where (filter.Set is null || set.Id == filter.Set) && (filter.Forecaster is null || set.Forecaster.Equals(filter.Forecaster, StringComparison.OrdinalIgnoreCase))
           let items = set.Items.Where(item => (filter.Topic is null || TopicOf(set, item).Equals(filter.Topic, StringComparison.OrdinalIgnoreCase)) && (filter.Horizon is null || Horizon.NameOf(set, item) == filter.Horizon)).ToList()
           where items.Count > 0
           select items.Count == set.Items.Count ? set : Part(set, items),
    ];

    /// <summary>All cuts: each set, then each forecaster, topic and horizon.</summary>
    public static IReadOnlyList<PredictionCut> Of(IEnumerable<PredictionSet> sets)
    {
        var all = sets.Where(Registration.IsScored).SelectMany(set => set.Items.Select(item => (Set: set, Item: item))).ToList();
        return
        [
            .. Cut("set", pair => pair.Set.Id.Value), .. Cut("forecaster", pair => pair.Set.Forecaster).OrderBy(cut => cut.Name, StringComparer.Ordinal),
            .. Cut("topic", pair => TopicOf(pair.Set, pair.Item)).OrderBy(cut => cut.Name, StringComparer.Ordinal),
            .. Cut("horizon", pair => Horizon.NameOf(pair.Set, pair.Item)).OrderBy(cut => Horizon.Names.Index().First(name => name.Item == cut.Name).Index),
        ];

        IEnumerable<PredictionCut> Cut(string by, Func<(PredictionSet Set, Prediction Item), string> name) => all.GroupBy(name, StringComparer.OrdinalIgnoreCase).Select(group =>
        {
            List<Prediction> known = [.. group.Select(pair => pair.Item).Where(item => item.Probability is not null)];
            var isOfSeveral = group.Select(pair => pair.Set.Forecaster).Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Any();
            return new PredictionCut(
                by, group.Key, PredictionScore.Of(known), isOfSeveral ? MeaningOfSeveral : Score.Meaning, group.Count(pair => pair.Item.Probability is null && PredictionScore.OutcomeOf(pair.Item) is not null),
                Calibration.Of(known), Calibration.Remark(known));
        });
    }

    // Whether the hash holds is a question about the whole list, and a part of it is as old as the whole.
    private static PredictionSet Part(PredictionSet set, IReadOnlyList<Prediction> items)
    {
        var part = set with { Items = items, ReportedScore = null };
        return Commitment.Holds(set) is true ? part with { Commitment = Commitment.Of(part) } : part;
    }

    private static string TopicOf(PredictionSet set, Prediction item) => item.Topic ?? set.Topic ?? NoTopic;
}
