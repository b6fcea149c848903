namespace HypeWatch.Queries.Tables;

/// <summary>A page of rows.</summary>
/// <param name="Query">What was asked.</param>
/// <param name="Rows">The rows: a value by the name of each column.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="Count">Rows on all pages; null when counting took too long.</param>
/// <param name="Facets">The counted columns.</param>
/// <param name="FacetsTimedOut">Columns whose counting took too long.</param>
/// <param name="Milliseconds">How long it all took.</param>
/// <param name="IsApproximate">Whether only the most promising of the rows that hold the words were ranked; nothing is counted then.</param>
public sealed record TablePage(
    TableQuery Query, IReadOnlyList<IReadOnlyDictionary<string, object?>> Rows, string? Next, long? Count, IReadOnlyList<Facet> Facets, IReadOnlyList<string> FacetsTimedOut, double Milliseconds, bool IsApproximate = false)
{
    /// <summary>The ids of the rows.</summary>
    public IReadOnlyList<string> Ids => [.. Rows.Select(row => (string)row[Query.Table.Id.Name]!)];
}

/// <summary>A column with the number of rows by value, the most frequent first.</summary>
/// <param name="Column">The column.</param>
/// <param name="Values">Its values.</param>
/// <param name="IsTruncated">Whether it has more values.</param>
public sealed record Facet(QueryColumn Column, IReadOnlyList<FacetValue> Values, bool IsTruncated);

/// <summary>A value with its number of rows.</summary>
/// <param name="Value">The value; null for none.</param>
/// <param name="Count">Rows on all pages.</param>
/// <param name="IsSelected">Whether it is asked for.</param>
/// <param name="Toggle">The query with the value asked for, or no longer; with the question mark.</param>
public sealed record FacetValue(object? Value, long Count, bool IsSelected, string Toggle);
