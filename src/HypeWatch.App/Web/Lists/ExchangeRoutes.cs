using HypeWatch.App.Digests;
using HypeWatch.App.Tables;
using HypeWatch.Digests;
using HypeWatch.Literature;
using HypeWatch.Literature.Formats;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Queries.Tables;

namespace HypeWatch.App.Web.Lists;

/// <summary>Rows in the formats of others: prior works as BibTeX, and confirmed flags as ClaimReview (JSON-LD).</summary>
internal sealed class ExchangeRoutes(TableAnswers answers, ClaimReviews reviews, FlagQueries flags, PriorWorkStore works, TableReader reader, Drawing drawing, DigestSettings digest)
{
    private const int PieceOfFile = 10_000;
    private const string BibtexType = "application/x-bibtex; charset=utf-8";

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/works.bib", (HttpRequest request, ExchangeRoutes routes, CancellationToken ct) => routes.WorksAsync(request, ct));
        app.MapGet("/w/{id}.bib", (string id, ExchangeRoutes routes, CancellationToken ct) => routes.WorkAsync(id, ct));
        app.MapGet("/flags.jsonld", (HttpRequest request, ExchangeRoutes routes, CancellationToken ct) => routes.FlagsAsync(request, ct));
        app.MapGet("/f/{id}.jsonld", (string id, HttpRequest request, ExchangeRoutes routes, CancellationToken ct) => routes.FlagAsync(id, request, ct));
    }

    private async Task<IResult> WorksAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            var query = answers.Parse(answers.Tables.Works, request.Pairs());
            // A size that was asked for is the size of the file; without one it holds every work.
            var sized = request.Query.ContainsKey("_size");
            if (!sized) query = query with { Size = PieceOfFile };
            var ids = new List<string>();
            await foreach (var (rows, next) in reader.PagesAsync(query, sized ? query.Size : int.MaxValue, ct))
            {
                ids.AddRange(rows.Select(row => (string)row[query.Table.Id.Name]!));
                if (sized && next is not null) request.HttpContext.Response.Headers.Link = $"<{request.Root(digest)}/works.bib{query.LinkTo(next)}>; rel=\"next\"";
            }

            var all = (await works.ListAsync(ct)).ToDictionary(work => work.Id.Value, StringComparer.Ordinal);
            return new TextAnswer(BibliographyWriter.Write([.. ids.Where(all.ContainsKey).Select(id => all[id])], BibliographyFormat.Bibtex), BibtexType) { FileName = "hypewatch-works.bib" };
        }
        catch (QueryException problem)
        {
            return await ProblemAnswer.OfAsync(drawing, false, StatusCodes.Status400BadRequest, problem.Message);
        }
    }

    private async Task<IResult> WorkAsync(string id, CancellationToken ct) => (await works.ListAsync(ct)).FirstOrDefault(work => work.Id.Value == id) is { } found
        ? new TextAnswer(BibliographyWriter.Write([found], BibliographyFormat.Bibtex), BibtexType) { FileName = "hypewatch-work.bib" }
        : await ProblemAnswer.OfAsync(drawing, false, StatusCodes.Status404NotFound, $"there is no work '{id}'");

    private async Task<IResult> FlagsAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            var (document, query, next) = await reviews.FindAsync(request.Pairs(), request.Root(digest), ct);
            if (next is not null) request.HttpContext.Response.Headers.Link = $"<{request.Root(digest)}/flags.jsonld{query.LinkTo(next)}>; rel=\"next\"";
            return new TextAnswer(document.ToJsonString(ModelJson.Options), ClaimReviewDocument.ContentType);
        }
        catch (QueryException problem)
        {
            return await ProblemAnswer.OfAsync(drawing, false, StatusCodes.Status400BadRequest, problem.Message);
        }
    }

    private async Task<IResult> FlagAsync(string id, HttpRequest request, CancellationToken ct)
    {
        if (await flags.GetAsync(new(id), ct) is not { } flag) return await ProblemAnswer.OfAsync(drawing, false, StatusCodes.Status404NotFound, $"there is no flag '{id}'");
        return await reviews.OfAsync(flag, request.Root(digest), ct) is { } document ? new TextAnswer(document.ToJsonString(ModelJson.Options), ClaimReviewDocument.ContentType)
            : await ProblemAnswer.OfAsync(drawing, false, StatusCodes.Status404NotFound, "this flag is not confirmed: only confirmed ones are given as a review of a claim");
    }
}
