using System.Text.Json.Serialization;

namespace HypeWatch.App.Tables;

/// <summary>A page of rows as every door gives it to a program. Members are added, never renamed.</summary>
/// <param name="Ok">Always true: errors have another form.</param>
/// <param name="Count">Rows on this page.</param>
/// <param name="Truncated">Whether there are more.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
/// <param name="NextUrl">Address of the next page; null on the last.</param>
/// <param name="FilteredTableRowsCount">Rows on all pages; null when counting took too long or was not tried.</param>
/// <param name="FacetResults">The counted columns, by name.</param>
/// <param name="FacetsTimedOut">Columns whose counting took too long.</param>
/// <param name="Approximate">Whether only the most promising of the rows that hold the words of the search were ranked, and nothing counted; <c>_exact=1</c> ranks and counts all.</param>
/// <param name="QueryMs">How long it took, in milliseconds; null in the terminal, where the same question over the same rows gives the same words.</param>
internal sealed record TableAnswer(
    bool Ok, int Count, bool Truncated, object Rows, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Next,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? NextUrl, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] long? FilteredTableRowsCount,
    IReadOnlyDictionary<string, FacetAnswer> FacetResults, IReadOnlyList<string> FacetsTimedOut, bool Approximate, double? QueryMs);

/// <summary>A counted column.</summary>
/// <param name="Name">The column.</param>
/// <param name="Results">Its values, the most frequent first.</param>
/// <param name="Truncated">Whether it has more values.</param>
internal sealed record FacetAnswer(string Name, IReadOnlyList<FacetValueAnswer> Results, bool Truncated);

/// <summary>A value with its number of rows.</summary>
/// <param name="Value">The value; null for none.</param>
/// <param name="Label">The value in words.</param>
/// <param name="Count">Rows on all pages.</param>
/// <param name="ToggleUrl">Address of the same with the value asked for, or no longer.</param>
/// <param name="Selected">Whether it is asked for.</param>
internal sealed record FacetValueAnswer([property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] object? Value, string Label, long Count, string ToggleUrl, bool Selected);
