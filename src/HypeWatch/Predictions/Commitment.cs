using System.Globalization;
using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>
/// The hash by which it can be shown later that a list was registered as it stands: SHA-256 over forecaster, day, and for each item its number, statement and
/// probability, in one fixed spelling. What came to be known later (outcomes, the forecaster's own score) is no part of it.
/// </summary>
public static class Commitment
{
    /// <summary>The hash of a list, lower-case hexadecimal.</summary>
    public static string Of(PredictionSet set) => ContentId.Sha256(string.Join(
        '\n',
        [
            "hypewatch-predictions/1", set.Forecaster, set.MadeOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            .. set.Items.OrderBy(item => item.Number).Select(item => string.Create(
                CultureInfo.InvariantCulture, $"{item.Number}\t{item.Probability?.ToString("0.######", CultureInfo.InvariantCulture) ?? "unknown"}\t{item.Statement.ReplaceLineEndings(" ").Trim()}")),
        ]));

    /// <summary>Whether a stored list still says what was first registered; null when no hash was kept.</summary>
    public static bool? Holds(PredictionSet set) => set.Commitment is { } hash ? hash == Of(set) : null;
}
