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

    /// <summary>The table of some sets, over decided predictions with a probability.</summary>
    public static IReadOnlyList<CalibrationRow> Of(IEnumerable<PredictionSet> sets)
    {
        var decided =
            from set in sets
            from item in set.Items
            let outcome = PredictionScore.OutcomeOf(item)
            where outcome is not null && item.Probability is not null
            select (Probability: item.Probability!.Value, Outcome: outcome!.Value);
        return
        [
            .. from pair in decided
               // Rounded, since 0.3 * 10 is a little less than 3 in binary.
               group pair by Math.Min(Rows - 1, (int)Math.Floor(Math.Round(pair.Probability * Rows, 6))) into row
               orderby row.Key
               select new CalibrationRow(row.Key / (double)Rows, (row.Key + 1) / (double)Rows, row.Count(), Math.Round(row.Average(pair => pair.Probability), 4), row.Sum(pair => pair.Outcome)),
        ];
    }

    /// <summary>What can be said in one sentence when the table allows it: that everything above one half happened and nothing below it did; null otherwise.</summary>
    public static string? Remark(IEnumerable<PredictionSet> sets)
    {
        var decided = sets.SelectMany(set => set.Items).Where(item => item.Probability is not null && PredictionScore.OutcomeOf(item) is not null).ToList();
        List<Prediction> above = [.. decided.Where(item => item.Probability > 0.5)], below = [.. decided.Where(item => item.Probability < 0.5)];
        return above.Count > 0 && below.Count > 0 && above.Count + below.Count == decided.Count
            && above.TrueForAll(item => item.Resolution == Resolution.True) && below.TrueForAll(item => item.Resolution == Resolution.False)
            ? "everything above 50 % happened, nothing below did" : null;
    }
}
