using HypeWatch.App.Digests;
using HypeWatch.App.Tables;
using HypeWatch.App.Web.Pages;
using HypeWatch.Digests;
using HypeWatch.Model;
using HypeWatch.Queries.Tables;
using Microsoft.Extensions.Options;

namespace HypeWatch.App.Web.Lists;

/// <summary>Each table as a page, and under the same address and query as <c>.json</c>, <c>.csv</c>, <c>.ndjson</c> and <c>.atom</c>.</summary>
internal sealed class TableRoutes(TableAnswers answers, TableReader reader, Drawing drawing, DigestSettings digest, IOptions<QuerySettings> settings)
{
    // Each piece orders all rows anew; so many are held at once.
    private const int PieceOfFile = 10_000;

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder app, QueryTables tables)
    {
        foreach (var table in tables.All)
        {
            app.MapGet("/" + table.Name, (HttpRequest request, TableRoutes routes, CancellationToken ct) => routes.GuardedAsync(request, isPage: true, pairs => routes.PageAsync(table, pairs, ct)));
            app.MapGet($"/{table.Name}.json", (HttpRequest request, TableRoutes routes, CancellationToken ct) => routes.GuardedAsync(request, isPage: false, pairs => routes.JsonAsync(table, pairs, request, ct)));
            app.MapGet($"/{table.Name}.atom", (HttpRequest request, TableRoutes routes, CancellationToken ct) => routes.GuardedAsync(request, isPage: false, pairs => routes.AtomAsync(table, pairs, request, ct)));
            app.MapGet($"/{table.Name}.csv", (HttpRequest request, TableRoutes routes, CancellationToken ct) => routes.GuardedAsync(request, isPage: false, pairs => routes.FileAsync(table, pairs, request, isCsv: true, ct)));
            app.MapGet($"/{table.Name}.ndjson", (HttpRequest request, TableRoutes routes, CancellationToken ct) => routes.GuardedAsync(request, isPage: false, pairs => routes.FileAsync(table, pairs, request, isCsv: false, ct)));
        }
    }

    private async Task<IResult> GuardedAsync(HttpRequest request, bool isPage, Func<IReadOnlyList<KeyValuePair<string, string>>, Task<IResult>> answer)
    {
        try
        {
            return await answer(request.Pairs());
        }
        catch (QueryException problem)
        {
            return await ProblemAnswer.OfAsync(drawing, isPage, StatusCodes.Status400BadRequest, problem.Message);
        }
    }

    private async Task<IResult> PageAsync(QueryTable table, IReadOnlyList<KeyValuePair<string, string>> pairs, CancellationToken ct)
    {
        var query = answers.Parse(table, pairs);
        if (query.Facets.Count == 0) query = query with { Facets = [.. StandardFacets(table)] };
        var page = await answers.ReadAsync(query, ct);
        if (query.AsOf is not null) return await TextAnswer.PageAsync<RowList>(drawing, new() { [nameof(RowList.Page)] = page });
        if (table == answers.Tables.Claims) return await TextAnswer.PageAsync<ClaimList>(drawing, new() { [nameof(ClaimList.Page)] = page, [nameof(ClaimList.Claims)] = await answers.ClaimsAsync(page, ct) });
        if (table == answers.Tables.Flags) return await TextAnswer.PageAsync<FlagList>(drawing, new() { [nameof(FlagList.Page)] = page, [nameof(FlagList.Flags)] = await answers.FlagsAsync(page, ct) });
        return await TextAnswer.PageAsync<RowList>(drawing, new() { [nameof(RowList.Page)] = page });
    }

    private async Task<IResult> JsonAsync(QueryTable table, IReadOnlyList<KeyValuePair<string, string>> pairs, HttpRequest request, CancellationToken ct)
    {
        var answer = await answers.AnswerAsync(table, pairs, request.Root(digest), ct);
        Follow(request, answer.NextUrl);
        return new TextAnswer(ModelJson.Write(answer), "application/json; charset=utf-8") { TagOf = ModelJson.Write(answer with { QueryMs = null }) };
    }

    private async Task<IResult> AtomAsync(QueryTable table, IReadOnlyList<KeyValuePair<string, string>> pairs, HttpRequest request, CancellationToken ct)
    {
        var query = answers.Parse(table, pairs.Any(pair => pair.Key is "_sort" or "_sort_desc") ? pairs : [.. pairs, new("_sort_desc", "created_at")]);
        var page = await answers.ReadAsync(query with { Facets = [] }, ct);
        return new TextAnswer(AtomFeed.Of(page, request.Root(digest)), "application/atom+xml; charset=utf-8");
    }

    private async Task<IResult> FileAsync(QueryTable table, IReadOnlyList<KeyValuePair<string, string>> pairs, HttpRequest request, bool isCsv, CancellationToken ct)
    {
        var most = settings.Value.MaxFileRows;
        // A size that was asked for is the size of the file.
        var sized = pairs.Any(pair => pair.Key == "_size");
        var query = answers.Parse(table, pairs);
        if (sized) most = query.Size;
        else query = query with { Size = Math.Min(PieceOfFile, most) };
        // The first page is read before the answer begins, so that what makes no sense can still be said.
        var pages = reader.PagesAsync(query, most, ct).GetAsyncEnumerator(ct);
        try
        {
            await pages.MoveNextAsync();
        }
        catch (QueryException)
        {
            await pages.DisposeAsync();
            throw;
        }

        var list = $"{request.Root(digest)}/{table.Name}.{(isCsv ? "csv" : "ndjson")}";
        if (sized) Follow(request, pages.Current.Next is { } next ? list + query.LinkTo(next) : null);
        return Results.Stream(
            async output =>
            {
                await using var writer = TableFile.WriterOf(output);
                await TableFile.WriteAsync(query, Rest(pages), most, isCsv, list, writer, ct);
            },
            isCsv ? TableFile.CsvType : TableFile.LinesType, isCsv ? $"hypewatch-{table.Name}.csv" : null);
    }

    private static async IAsyncEnumerable<T> Rest<T>(IAsyncEnumerator<T> begun)
    {
        await using (begun)
        {
            do yield return begun.Current;
            while (await begun.MoveNextAsync());
        }
    }

    private static IEnumerable<QueryColumn> StandardFacets(QueryTable table) => table.Columns.Where(column => column.IsFacet && column.Name is not ("asserter" or "release_title" or "certainty" or "polarity" or "assert_mode"));

    private static void Follow(HttpRequest request, string? next)
    {
        if (next is not null) request.HttpContext.Response.Headers.Link = $"<{next}>; rel=\"next\"";
    }
}
