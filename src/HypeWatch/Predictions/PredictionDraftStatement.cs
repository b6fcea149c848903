using System.Globalization;
using HypeWatch.Model;

namespace HypeWatch.Predictions;

/// <summary>What a file says that somebody says of an outcome.</summary>
/// <param name="Place">Where.</param>
/// <param name="IsDispute">Whether it stands beside the outcome that counts.</param>
/// <param name="Outcome">How it came out; null for what the item says.</param>
/// <param name="Fraction">How much of it happened.</param>
/// <param name="Resolver">According to whom; null for the forecaster.</param>
/// <param name="Rationale">Why.</param>
/// <param name="KnownAt">When it could be known.</param>
/// <param name="ResolvedAt">When it was written down.</param>
/// <param name="Claims">Ids of claims that show it, with commas between.</param>
internal sealed record PredictionDraftStatement(
    FilePlace Place, bool IsDispute, string? Outcome, string? Fraction, string? Resolver, string? Rationale, string? KnownAt, string? ResolvedAt, string? Claims)
{
    /// <summary>Whether it says more than the outcome and its reason, which the item says itself.</summary>
    public bool SaysMore => new[] { Resolver, KnownAt, ResolvedAt, Claims }.Any(words => PredictionDraft.Given(words) is not null);

    /// <summary>The checked statement.</summary>
    /// <param name="number">Number of the prediction.</param>
    /// <param name="forecaster">Says it where nobody else is named.</param>
    /// <param name="item">The prediction whose outcome this is; null where the statement has its own.</param>
    /// <exception cref="HypeWatchException">Something makes no sense.</exception>
    public StatedResolution Of(int number, string forecaster, Prediction? item)
    {
        var (resolution, fraction) = item is null ? PredictionDraft.Outcome(Outcome, Fraction) : (item.Resolution, item.Fraction);
        return new(
            number, resolution, fraction, PredictionDraft.Given(Resolver)?.ReplaceLineEndings(" ") ?? forecaster, item is null ? PredictionDraft.Given(Rationale) : item.Rationale,
            item is null ? PredictionDraft.Day(KnownAt, "day on which the outcome was known") : item.KnownAt,
            [.. (Claims ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(claim => new ClaimId(claim))], IsDispute) { ResolvedAt = At(ResolvedAt, "time at which the outcome was written down") };
    }

    /// <summary>Reads an instant or a day; null for an empty field.</summary>
    /// <exception cref="HypeWatchException">It is neither.</exception>
    public static DateTimeOffset? At(string? words, string what) =>
        PredictionDraft.Given(words) is not { } text ? null
        : text.Length >= 10 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at
        : throw new HypeWatchException($"'{text}' is no {what}; write it as yyyy-MM-dd or 2026-05-01T12:00:00Z");
}
