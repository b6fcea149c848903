using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>One row of a calibration table.</summary>
/// <param name="From">Least probability of the row.</param>
/// <param name="To">Greatest; part of the row only at 1.</param>
/// <param name="Count">Decided predictions in it.</param>
/// <param name="MeanProbability">Their mean probability.</param>
/// <param name="Happened">Sum of their outcomes.</param>
public sealed record CalibrationRow(double From, double To, int Count, double MeanProbability, double Happened);

/// <summary>How often what was given a probability happened. Rows without a prediction are left out: there is nothing to say about them.</summary>
public static class Calibration
{
    private const int Rows = 10;

    /// <summary>The table of some sets, over decided predictions with a probability; what was made after its release predicts nothing and is left out.</summary>
    public static IReadOnlyList<CalibrationRow> Of(IEnumerable<PredictionSet> sets) => Of(sets.Where(Registration.IsScored).SelectMany(set => set.Items));

    /// <summary>The table of some predictions.</summary>
    public static IReadOnlyList<CalibrationRow> Of(IEnumerable<Prediction> items) =>
    [
        .. from item in Decided(items)
           let outcome = PredictionScore.OutcomeOf(item)!.Value
           // Rounded, since 0.3 * 10 is a little less than 3 in binary.
           group (Probability: item.Probability!.Value, Outcome: outcome) by Math.Min(Rows - 1, (int)Math.Floor(Math.Round(item.Probability!.Value * Rows, 6))) into row
           orderby row.Key
           select new CalibrationRow(row.Key / (double)Rows, (row.Key + 1) / (double)Rows, row.Count(), Math.Round(row.Average(pair => pair.Probability), 4), row.Sum(pair => pair.Outcome)),
    ];

    /// <summary>What can be said in one sentence when the table allows it: that everything above one half happened and nothing below it did; null otherwise.</summary>
    public static string? Remark(IEnumerable<PredictionSet> sets) => Remark(sets.Where(Registration.IsScored).SelectMany(set => set.Items));

    /// <summary>The sentence for some predictions.</summary>
    public static string? Remark(IEnumerable<Prediction> items)
    {
        var decided = Decided(items).ToList();
        List<Prediction> above = [.. decided.Where(item => item.Probability > 0.5)], below = [.. decided.Where(item => item.Probability < 0.5)];
        return above.Count > 0 && below.Count > 0 && above.Count + below.Count == decided.Count
            && above.TrueForAll(item => item.Resolution == Resolution.True) && below.TrueForAll(item => item.Resolution == Resolution.False)
            ? "everything above 50 % happened, nothing below did" : null;
    }

    private static IEnumerable<Prediction> Decided(IEnumerable<Prediction> items) => items.Where(item => item.Probability is not null && PredictionScore.OutcomeOf(item) is not null);
}
