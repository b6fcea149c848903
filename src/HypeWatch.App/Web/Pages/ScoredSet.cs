using HypeWatch.Model;
using HypeWatch.Predictions;

namespace HypeWatch.App.Web.Pages;

/// <summary>A list of predictions with its score, what that is relative to, and what shows that it is older than its release.</summary>
internal sealed record ScoredSet(
    PredictionSet Set, Score Score, string ScoreIs, bool IsScored, bool Incomplete, Score OfKnown, double? Remainder, string Standing, bool? CommitmentHolds, IReadOnlyList<string> Precedence)
{
    public static ScoredSet Of(PredictionSet set) => new(
        set, PredictionScore.Of(set), PredictionScore.Meaning, Registration.IsScored(set), PredictionScore.IsIncomplete(set), PredictionScore.OfKnown(set), PredictionScore.Remainder(set), Registration.Words(set),
        Commitment.Holds(set), [.. Predictions.Precedence.Words(set)]);
}
