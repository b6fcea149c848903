using System.Globalization;
using HypeWatch.App.Digests;
using HypeWatch.App.Web.Reviewing;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Queries.Tables;
using Microsoft.Extensions.Options;

namespace HypeWatch.App.Web.Sql;

/// <summary>Readers' SQL on the web: a statement of one's own at <c>/sql</c>, a stored one at <c>/sql/NAME</c>, each as a page and as JSON, CSV or one JSON object a line.</summary>
internal sealed class SqlRoutes(SqlQueries queries, IOptions<SqlSettings> settings, Drawing drawing)
{
    private const string Statement = "sql", Shape = "_shape", Arrays = "arrays", Objects = "objects";
    private static readonly string[] Forms = ["json", "csv", "ndjson"];

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sql", (HttpRequest request, SqlRoutes routes, CancellationToken ct) => routes.OwnAsync(null, request, ct)).RequireRateLimiting(FormLimits.Sql);
        foreach (var form in Forms) app.MapGet($"/sql.{form}", (HttpRequest request, SqlRoutes routes, CancellationToken ct) => routes.OwnAsync(form, request, ct)).RequireRateLimiting(FormLimits.Sql);
        app.MapGet("/sql/{name}", (string name, HttpRequest request, SqlRoutes routes, CancellationToken ct) => routes.StoredAsync(name, request, ct)).RequireRateLimiting(FormLimits.Sql);
    }

    private async Task<IResult> OwnAsync(string? form, HttpRequest request, CancellationToken ct)
    {
        var statement = request.Query[Statement].ToString();
        if (statement.Length > 0 && !queries.AllowsOwn) return await ProblemAnswer.OfAsync(drawing, form is null, StatusCodes.Status403Forbidden, "statements of one's own are off here (Sql:OwnStatements, Web:Publication): ask a stored one");
        if (statement.Length == 0 && form is not null) return await ProblemAnswer.OfAsync(drawing, false, StatusCodes.Status400BadRequest, "sql: there is no statement: write one SELECT");
        return await AnswerAsync(null, statement, form, request, ct);
    }

    private async Task<IResult> StoredAsync(string name, HttpRequest request, CancellationToken ct)
    {
        var form = Forms.FirstOrDefault(end => name.EndsWith("." + end, StringComparison.Ordinal));
        var wanted = form is null ? name : name[..^(form.Length + 1)];
        return queries.Find(wanted) is { } stored ? await AnswerAsync(stored, stored.Sql, form, request, ct)
            : await ProblemAnswer.OfAsync(drawing, form is null, StatusCodes.Status404NotFound, $"there is no stored statement '{wanted}'; /sql lists them");
    }

    private async Task<IResult> AnswerAsync(StoredStatement? stored, string statement, string? form, HttpRequest request, CancellationToken ct)
    {
        var values = request.Query.Where(pair => pair.Key is not (Statement or Shape)).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString(), StringComparer.Ordinal);
        var page = new Dictionary<string, object?>
        {
            [nameof(SqlSheet.Stored)] = stored, [nameof(SqlSheet.Statement)] = statement, [nameof(SqlSheet.Values)] = values, [nameof(SqlSheet.All)] = queries.Stored, [nameof(SqlSheet.Limits)] = settings.Value with { OwnStatements = queries.AllowsOwn },
            [nameof(SqlSheet.Link)] = request.QueryString.Value ?? "", [nameof(SqlSheet.Views)] = form is null && stored is null ? await queries.ViewsAsync(ct) : [],
        };
        // The form asks for what is missing before anything runs.
        if (form is null && (statement.Length == 0 || ParameterNames.In(statement).Any(name => !values.ContainsKey(name)))) return await TextAnswer.PageAsync<SqlSheet>(drawing, page);
        try
        {
            var answer = await queries.RunAsync(statement, values, ct);
            if (form is not null) return File(answer, form, stored?.Name ?? "sql", request.Query[Shape].ToString());
            page[nameof(SqlSheet.Answer)] = answer;
            return await TextAnswer.PageAsync<SqlSheet>(drawing, page);
        }
        catch (Exception refused) when (refused is SqlRefusedException or QueryException)
        {
            if (form is not null) return await ProblemAnswer.OfAsync(drawing, false, StatusCodes.Status400BadRequest, refused.Message);
            page[nameof(SqlSheet.Problem)] = refused.Message;
            return await TextAnswer.PageAsync<SqlSheet>(drawing, page, StatusCodes.Status400BadRequest);
        }
    }

    private static IResult File(SqlAnswer answer, string form, string name, string shape)
    {
        if (shape is not ("" or Arrays or Objects)) throw new QueryException($"{Shape}: write {Arrays} or {Objects}");
        IEnumerable<object> rows = form == "ndjson" || shape == Objects ? answer.Rows.Select(row => Named(answer.Columns, row)) : answer.Rows;
        if (form == "json") return TextAnswer.Json(new { Ok = true, answer.Columns, Rows = rows, Count = answer.Rows.Count, answer.Truncated });
        const string Cut = "truncated: there are more rows (Sql:MaxRows)";
        if (form == "ndjson") return new TextAnswer(string.Concat(rows.Select(row => ModelJson.Write(row) + "\n")) + (answer.Truncated ? ModelJson.Write(new { Truncated = true }) + "\n" : ""), Lists.TableFile.LinesType);
        var lines = answer.Rows.Select(row => TableCsv.Cells(row.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture))));
        return new TextAnswer(TableCsv.Cells(answer.Columns) + string.Concat(lines) + (answer.Truncated ? TableCsv.Remark(Cut) : ""), Lists.TableFile.CsvType) { FileName = $"hypewatch-{name}.csv" };
    }

    // Two columns of one name: the later one is told apart.
    private static Dictionary<string, object?> Named(IReadOnlyList<string> columns, IReadOnlyList<object?> row)
    {
        var named = new Dictionary<string, object?>(StringComparer.Ordinal);
        for (var i = 0; i < columns.Count; i++) named[named.ContainsKey(columns[i]) ? string.Create(CultureInfo.InvariantCulture, $"{columns[i]}_{i + 1}") : columns[i]] = row[i];
        return named;
    }
}
