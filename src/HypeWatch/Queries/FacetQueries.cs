using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>One value of a facet with its number of rows.</summary>
/// <param name="Facet">The column, for example <c>code</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Count">Rows that have it.</param>
public sealed record FacetCount(string Facet, string Value, int Count);

/// <summary>Counts how claims and flags divide over their columns, within a filter.</summary>
public sealed class FacetQueries(Database database)
{
    /// <summary>Codes, kinds, statuses, severities and owners of the flags that match; the filter's limit and offset do not count.</summary>
    public Task<IReadOnlyList<FacetCount>> OfFlagsAsync(FlagFilter filter, CancellationToken ct) => database.QueryAsync(
        "queries/count-flag-facets",
        new
        {
            filter.Code, Kind = filter.Kind?.ToCode(), Status = filter.Status?.ToCode(), filter.Owner, filter.Release, filter.Document, filter.MinSeverity, filter.MinConfidence,
            IncludeSuppressed = filter.IncludeSuppressed ? 1 : 0,
        },
        Count,
        ct);

    /// <summary>Types, places, kinds of documents and publishers of the claims that match, words aside.</summary>
    public Task<IReadOnlyList<FacetCount>> OfClaimsAsync(ClaimFilter filter, CancellationToken ct) => database.QueryAsync(
        "queries/count-claim-facets",
        new { Type = filter.Type?.ToCode(), filter.Asserter, filter.Document, MinStrength = filter.MinStrength.ToCode(), HeadlineOnly = filter.HeadlineOnly ? 1 : 0 },
        Count,
        ct);

    private static FacetCount Count(Row row) => new(row.Text("facet"), row.Text("value"), row.Int("n"));
}
