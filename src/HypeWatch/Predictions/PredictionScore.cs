using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>
/// How a release did against a forecaster's expectation (specification 8): the sum of outcome minus probability. 0 is as expected, negative is less than
/// <em>that forecaster</em> expected. It says nothing about the quality of the release.
/// </summary>
public static class PredictionScore
{
    /// <summary>What a score is relative to; stands wherever one is shown, since it is no measure of quality.</summary>
    public const string Meaning = Score.Meaning;

    // A sum of a few probabilities given to two or three decimals; beyond this there is only the noise of binary fractions.
    private const int Decimals = 10;

    /// <summary>
    /// The score of a set over its decided predictions: true counts 1, false 0, partial its fraction; void, open and a partial one without a fraction are left out.
    /// <see cref="Score.Expectation"/> and <see cref="Score.Brier"/> are null when nothing is decided or when a decided prediction has no probability.
    /// </summary>
    public static Score Of(PredictionSet set) => Of(set.Items);

    /// <summary>The score over those predictions alone whose probability is known; tells as much as there is where <see cref="Of(PredictionSet)"/> can't.</summary>
    public static Score OfKnown(PredictionSet set) => Of([.. set.Items.Where(item => item.Probability is not null)]);

    /// <summary>
    /// What the predictions without a known probability, decided or not, must add to the score for the forecaster's own figure to be right; null when none is missing or
    /// none is reported. When all of them failed, their probabilities sum to its negative.
    /// </summary>
    public static double? Remainder(PredictionSet set) =>
        set.ReportedScore is { } reported && set.Items.Any(item => item.Probability is null) && OfKnown(set).Expectation is { } known ? Math.Round(reported - known, Decimals) : null;

    /// <summary>The outcome of a prediction, 0 to 1; null when it does not count.</summary>
    public static double? OutcomeOf(Prediction item) => item.Resolution switch
    {
        Resolution.True => 1,
        Resolution.False => 0,
        Resolution.Partial => item.Fraction,
        _ => null,
    };

    /// <summary>Whether a probability is missing without which the score of the whole set cannot be known, now or once it is decided.</summary>
    public static bool IsIncomplete(PredictionSet set) => set.Items.Any(item => item.Probability is null && item.Resolution is not Resolution.Void);

    /// <summary>The score over some predictions.</summary>
    public static Score Of(IReadOnlyList<Prediction> items)
    {
        var decided = items.Select(item => (item.Probability, Outcome: OutcomeOf(item))).Where(pair => pair.Outcome is not null).ToList();
        var happened = Math.Round(decided.Sum(pair => pair.Outcome!.Value), Decimals);
        if (decided.Count == 0 || decided.Exists(pair => pair.Probability is null)) return new(null, null, decided.Count, happened);
        var differences = decided.Select(pair => pair.Outcome!.Value - pair.Probability!.Value).ToList();
        return new(Math.Round(differences.Sum(), Decimals), Math.Round(differences.Average(difference => difference * difference), Decimals), decided.Count, happened)
        {
            Log = LogOf([.. decided.Select(pair => (pair.Probability!.Value, pair.Outcome!.Value))]),
        };
    }

    private static double? LogOf(IReadOnlyList<(double Probability, double Outcome)> decided)
    {
        var sum = 0.0;
        foreach (var (probability, outcome) in decided)
        {
            if ((outcome > 0 && probability == 0) || (outcome < 1 && probability == 1)) return null;
            sum += (outcome > 0 ? outcome * Math.Log(probability) : 0) + (outcome < 1 ? (1 - outcome) * Math.Log(1 - probability) : 0);
        }

        return Math.Round(sum / decided.Count, Decimals);
    }
}
