using HypeWatch.App.Web.Pages;
using HypeWatch.Queries;
using HypeWatch.Queries.Tables;

namespace HypeWatch.App.Tables;

/// <summary>Asks tables for all doors. Claims and flags are given with all that must be seen beside them, unless <c>_shape=objects</c> asks for the columns alone.</summary>
internal sealed class TableAnswers(QueryTables tables, QueryParser parser, TableReader reader, ClaimQueries claims, FlagQueries flags)
{
    private const string Shape = "_shape", Flat = "objects", Complete = "complete";

    /// <summary>The tables.</summary>
    public QueryTables Tables => tables;

    /// <summary>Reads a question.</summary>
    /// <exception cref="QueryException">It makes no sense.</exception>
    public TableQuery Parse(QueryTable table, IEnumerable<KeyValuePair<string, string>> pairs, int? mostRows = null) =>
        parser.Parse(table, pairs.Where(pair => pair.Key != Shape), mostRows);

    /// <summary>A page as a program gets it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="pairs">What is asked.</param>
    /// <param name="root">Address of the installation, without a slash at its end.</param>
    /// <param name="ct">Stops it.</param>
    /// <param name="mostRows">Greatest size of a page; null for that of the settings.</param>
    /// <exception cref="QueryException">It makes no sense.</exception>
    public async Task<TableAnswer> AnswerAsync(QueryTable table, IReadOnlyList<KeyValuePair<string, string>> pairs, string root, CancellationToken ct, int? mostRows = null)
    {
        var shape = pairs.Where(pair => pair.Key == Shape).Select(pair => pair.Value).FirstOrDefault() ?? Complete;
        if (shape is not (Flat or Complete)) throw new QueryException($"{Shape}: write {Complete} or {Flat}");
        var page = await reader.ReadAsync(Parse(table, pairs, mostRows), ct);
        // What stands beside a row is that of today; as of another day the columns alone are given.
        var isFlat = shape == Flat || page.Query.AsOf is not null;
        return Of(page, isFlat ? page.Rows : await CompleteAsync(page, ct), root, shape == Flat);
    }

    /// <summary>The answer of a page.</summary>
    public static TableAnswer Of(TablePage page, object rows, string root, bool isFlat = false)
    {
        var list = $"{root}/{page.Query.Table.Name}.json";
        string Address(string link) => list + link + (isFlat ? (link.Length > 0 ? "&" : "?") + $"{Shape}={Flat}" : "");
        return new(
            true, page.Rows.Count, page.Next is not null, rows, page.Next, page.Next is { } next ? Address(page.Query.LinkTo(next)) : null, page.Count,
            page.Facets.ToDictionary(
                facet => facet.Column.Name,
                facet => new FacetAnswer(
                    facet.Column.Name, [.. facet.Values.Select(value => new FacetValueAnswer(value.Value, Facts.Label(facet.Column, value.Value), value.Count, Address(value.Toggle), value.IsSelected))], facet.IsTruncated),
                StringComparer.Ordinal),
            page.FacetsTimedOut, page.IsApproximate, Math.Round(page.Milliseconds, 1));
    }

    /// <summary>The page of a question.</summary>
    public Task<TablePage> ReadAsync(TableQuery query, CancellationToken ct) => reader.ReadAsync(query, ct);

    /// <summary>The claims of a page.</summary>
    public Task<IReadOnlyList<ClaimView>> ClaimsAsync(TablePage page, CancellationToken ct) => claims.ListAsync(page.Ids, ct);

    /// <summary>The flags of a page.</summary>
    public Task<IReadOnlyList<FlagView>> FlagsAsync(TablePage page, CancellationToken ct) => flags.ListAsync(page.Ids, ct);

    private async Task<object> CompleteAsync(TablePage page, CancellationToken ct) =>
        page.Query.Table == tables.Claims ? await ClaimsAsync(page, ct) : page.Query.Table == tables.Flags ? await FlagsAsync(page, ct) : page.Rows;
}
