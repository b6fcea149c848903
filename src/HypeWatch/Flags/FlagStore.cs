using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Flags;

/// <summary>Keeps flags with their quotes and with what speaks for the asserter.</summary>
public sealed class FlagStore(Database database)
{
    /// <summary>Replaces the flags of a release. Ids follow from content, so a flag that is raised again keeps its id and its reviews.</summary>
    /// <param name="release">The release.</param>
    /// <param name="flags">Its flags.</param>
    /// <param name="failures">Detectors that failed, with the message.</param>
    /// <param name="scope">The transaction.</param>
    public static async Task ReplaceAsync(ReleaseId release, IReadOnlyList<Flag> flags, IEnumerable<(string Code, string Message)> failures, WriteScope scope)
    {
        await scope.ExecuteAsync("flags/delete-flags", new { ReleaseId = release.Value });
        await scope.ExecuteAsync("flags/delete-failures", new { ReleaseId = release.Value });
        await scope.ExecuteManyAsync("flags/save-failure", failures, failure => new { ReleaseId = release.Value, failure.Code, failure.Message });
        foreach (var flag in flags) await SaveAsync(flag, scope);
    }

    /// <summary>The flags of a release.</summary>
    public async Task<IReadOnlyList<Flag>> OfReleaseAsync(ReleaseId release, CancellationToken ct) =>
        await CompleteAsync(await database.QueryAsync("flags/list-flags", new { ReleaseId = release.Value }, Map, ct), ct);

    /// <summary>Flags that match a filter, the gravest and surest first.</summary>
    public async Task<IReadOnlyList<Flag>> FindAsync(FlagFilter filter, CancellationToken ct) => await CompleteAsync(
        await database.QueryAsync(
            "flags/find-flags",
            new
            {
                filter.Id, filter.Code, Kind = filter.Kind?.ToCode(), Status = filter.Status?.ToCode(), filter.Owner, filter.Claim, filter.Document, filter.MinSeverity,
                filter.MinConfidence, All = filter.IncludeSuppressed ? 1 : 0, filter.Limit, filter.Offset,
            },
            Map,
            ct),
        ct);

    private static async Task SaveAsync(Flag flag, WriteScope scope)
    {
        await scope.ExecuteAsync("flags/save-flag", new
        {
            Id = flag.Id.Value, ReleaseId = flag.Release.Value, flag.Code, flag.Subtype, Kind = flag.Kind.ToCode(), ClaimId = flag.Claim?.Value,
            PairClaimId = flag.PairClaim?.Value, VersionId = flag.Version.Value, flag.Asserter, flag.Gap, flag.Severity, flag.Confidence, flag.Rationale,
            SearchComplete = flag.SearchComplete ? 1 : 0, Status = flag.Status.ToCode(), RaisedBy = flag.RaisedBy.ToCode(), Works = ModelJson.Write(flag.Works),
            EdgeId = flag.Edge?.Value, flag.DetectorVersion,
        });
        await scope.ExecuteManyAsync("flags/save-quote", flag.Quotes.Index(), quote => new
        {
            FlagId = flag.Id.Value, Number = quote.Index, VersionId = quote.Item.Version.Value, quote.Item.Span.Start, quote.Item.Span.End, quote.Item.Quote, quote.Item.Role,
        });
        await scope.ExecuteManyAsync("flags/save-exculpation", flag.Exculpations.Index(), found => new
        {
            FlagId = flag.Id.Value, Number = found.Index, Kind = found.Item.Kind.ToCode(), Verdict = found.Item.Verdict.ToCode(), VersionId = found.Item.Version?.Value,
            found.Item.Span?.Start, found.Item.Span?.End, found.Item.Text,
        });
        await scope.ExecuteManyAsync("flags/save-search", flag.Searches.Index(), search => new
        {
            FlagId = flag.Id.Value, Number = search.Index, Kind = search.Item.Kind.ToCode(), Place = search.Item.Where,
        });
    }

    private async Task<IReadOnlyList<Flag>> CompleteAsync(IReadOnlyList<Flag> flags, CancellationToken ct)
    {
        var complete = new List<Flag>(flags.Count);
        foreach (var flag in flags)
        {
            var id = new { FlagId = flag.Id.Value };
            complete.Add(flag with
            {
                Quotes = await database.QueryAsync(
                    "flags/list-quotes", id, row => new FlagQuote(row.Id<VersionId>("version_id"), row.Span(), row.Text("quote"), row.Text("role")), ct),
                Exculpations = await database.QueryAsync(
                    "flags/list-exculpations",
                    id,
                    row => new Exculpation(
                        row.Code<ExculpationKind>("kind"), row.Code<ExculpationVerdict>("verdict"), row.IdOrNull<VersionId>("version_id"), row.SpanOrNull(), row.Text("text")),
                    ct),
                Searches = await database.QueryAsync("flags/list-searches", id, row => new ExculpationSearch(row.Code<ExculpationKind>("kind"), row.Text("place")), ct),
            });
        }

        return complete;
    }

    private static Flag Map(Row row) => new(
        row.Id<FlagId>("id"), row.Id<ReleaseId>("release_id"), row.Text("code"), row.TextOrNull("subtype"), row.Code<FlagKind>("kind"), row.IdOrNull<ClaimId>("claim_id"),
        row.IdOrNull<ClaimId>("pair_claim_id"), row.Id<VersionId>("version_id"), row.Text("asserter"), row.IntOrNull("gap"), row.Int("severity"),
        row.Double("confidence"), row.Text("rationale"), [], [], [], row.Bool("search_complete"), row.Code<FlagStatus>("status"), row.Code<RaisedBy>("raised_by"),
        row.Json<IReadOnlyList<WorkId>>("works"), row.IdOrNull<EdgeId>("edge_id"), row.Text("detector_version"));
}

/// <summary>Which flags to find; null means any.</summary>
/// <param name="Id">One flag.</param>
/// <param name="Code">A flag code, for example <c>OC03</c>.</param>
/// <param name="Kind">One of the four families.</param>
/// <param name="Status">A status.</param>
/// <param name="Owner">Who asserted the excess, ignoring case.</param>
/// <param name="Claim">The flagged claim.</param>
/// <param name="Document">Id or canonical address of a document.</param>
/// <param name="MinSeverity">0 to 5.</param>
/// <param name="MinConfidence">0 to 1.</param>
/// <param name="IncludeSuppressed">Whether suppressed flags are wanted.</param>
/// <param name="Limit">At most this many.</param>
/// <param name="Offset">Skips this many.</param>
public sealed record FlagFilter(
    string? Id = null, string? Code = null, FlagKind? Kind = null, FlagStatus? Status = null, string? Owner = null, string? Claim = null, string? Document = null,
    int MinSeverity = 0, double MinConfidence = 0, bool IncludeSuppressed = false, int Limit = 100, int Offset = 0);
