using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Predictions;

/// <summary>What somebody said of an outcome, as an export writes it.</summary>
/// <param name="Kind"><c>dispute</c>, or <c>earlier</c> for what no longer counts; null for the outcome that counts.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="Fraction">How much of it happened.</param>
/// <param name="Resolver">According to whom.</param>
/// <param name="Rationale">Why.</param>
/// <param name="KnownAt">When it could be known.</param>
/// <param name="ResolvedAt">When it was written down.</param>
/// <param name="Claims">Claims that show it.</param>
public sealed record ExportedStatement(string? Kind, string Outcome, double? Fraction, string? Resolver, string? Rationale, DateOnly? KnownAt, string? ResolvedAt, IReadOnlyList<string>? Claims);

/// <summary>A prediction, as an export writes it, with the outcome that counts.</summary>
public sealed record ExportedItem(
    int Number, string Statement, double? Probability, string Outcome, double? Fraction, string? Rationale, string? Topic, DateOnly? Deadline, string? Criteria, string? Resolver, DateOnly? KnownAt, string? ResolvedAt,
    IReadOnlyList<string>? Claims, IReadOnlyList<ExportedStatement>? Beside);

/// <summary>A list, as an export writes it.</summary>
public sealed record ExportedSet(
    string Forecaster, DateOnly Made, string About, string? Release, string? Source, string? Document, string? Topic, DateOnly? Deadline, string? Criteria, double? ReportedExpectationScore, string? ScoreIs,
    string? Commitment, string? CommittedAt, IReadOnlyList<ExportedItem> Predictions);

/// <summary>Lists with all that was said of them, in the shape that <see cref="PredictionFile"/> reads back to the same ids and scores.</summary>
/// <param name="Sets">The lists.</param>
public sealed record ExportedSets(IReadOnlyList<ExportedSet> Sets)
{
    /// <summary>The shape of some sets.</summary>
    public static ExportedSets Of(IEnumerable<PredictionSet> sets) => new(
    [
        .. sets.Select(set => new ExportedSet(
            set.Forecaster, set.MadeOn, set.About, set.ReleaseNamed ?? set.Release?.Value, set.Source, OriginOf(set), set.Topic, set.Deadline, set.Criteria, set.ReportedScore, set.ScoreIs,
            set.Commitment, At(set.StatedCommittedAt < set.CommittedAt ? set.StatedCommittedAt : set.CommittedAt), [.. set.Items.Select(item => Of(set, item))])),
    ]);

    // The document that the id follows from; the post of a list that was imported is only its source.
    private static string? OriginOf(PredictionSet set) =>
        set.Origin ?? (set.Document is { } document && set.Id.Value == ContentId.Of("prd", set.Forecaster, Instant.Write(set.MadeOn)!, document.Value) ? document.Value : null);

    private static ExportedItem Of(PredictionSet set, Prediction item)
    {
        var stated = set.Stated.Where(said => said.Number == item.Number).ToList();
        var counts = stated.LastOrDefault(said => !said.IsDispute);
        // What counted before comes first, so that reading it back leaves the same outcome standing.
        List<ExportedStatement> beside = [.. stated.Where(said => !said.IsDispute && said != counts).Select(said => Of(said, "earlier")), .. stated.Where(said => said.IsDispute).Select(said => Of(said, "dispute"))];
        return new(
            item.Number, item.Statement, item.Probability, item.Resolution.ToCode(), item.Fraction, item.Rationale, item.Topic, item.Deadline, item.Criteria, counts?.Resolver, item.KnownAt, At(counts?.ResolvedAt),
            Claims(counts), beside.Count > 0 ? beside : null);
    }

    private static ExportedStatement Of(StatedResolution said, string kind) =>
        new(kind, said.Resolution.ToCode(), said.Fraction, said.Resolver, said.Rationale, said.KnownAt, At(said.ResolvedAt), Claims(said));

    private static List<string>? Claims(StatedResolution? said) => said is { Claims.Count: > 0 } ? [.. said.Claims.Select(claim => claim.Value)] : null;

    private static string? At(DateTimeOffset? at) => at is { } instant ? Instant.Write(instant) : null;
}
