using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Flags;

/// <summary>Writes flags with their quotes and with what speaks for the asserter.</summary>
public static class FlagStore
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

    private static async Task SaveAsync(Flag flag, WriteScope scope)
    {
        await scope.ExecuteAsync("flags/save-flag", new
        {
            Id = flag.Id.Value, ReleaseId = flag.Release.Value, flag.Code, flag.Subtype, Kind = flag.Kind.ToCode(), ClaimId = flag.Claim?.Value,
            PairClaimId = flag.PairClaim?.Value, VersionId = flag.Version.Value, flag.Asserter, flag.Gap, flag.Severity, flag.Confidence, flag.Rationale,
            SearchComplete = flag.SearchComplete ? 1 : 0, Status = flag.Status.ToCode(), RaisedBy = flag.RaisedBy.ToCode(), Works = ModelJson.Write(flag.Works),
            EdgeId = flag.Edge?.Value, flag.DetectorVersion, Computation = flag.Computation is { } terms ? ModelJson.Write(terms) : null,
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
        await scope.ExecuteManyAsync("flags/save-counterargument", flag.Counterarguments, answer => new
        {
            Id = ContentId.Of("arg", flag.Id.Value, answer.Version.Value, FormattableString.Invariant($"{answer.Span.Start}-{answer.Span.End}")), FlagId = answer.Flag?.Value, ClaimId = answer.Claim?.Value,
            VersionId = answer.Version.Value, answer.Span.Start, answer.Span.End, answer.Quote, Kind = answer.Kind.ToCode(), answer.ArguerRole,
        });
    }
}
