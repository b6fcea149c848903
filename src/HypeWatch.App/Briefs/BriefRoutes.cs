using HypeWatch.App.Digests;
using HypeWatch.App.Web;
using HypeWatch.Digests;

namespace HypeWatch.App.Briefs;

/// <summary>The brief of a release as a page, as Markdown and as JSON.</summary>
internal static class BriefRoutes
{
    private sealed record BriefAnswer(bool Ok, ReleaseBrief Brief);

    /// <summary>Maps the routes.</summary>
    public static void MapBriefs(this IEndpointRouteBuilder app)
    {
        app.MapGet("/releases/{id}/brief", (string id, ReleaseBriefs briefs, Drawing drawing, CancellationToken ct) => AnswerAsync(
            id, briefs, drawing, isPage: true, brief => TextAnswer.PageAsync<BriefSheet>(drawing, new() { [nameof(BriefSheet.Brief)] = brief }), ct));
        app.MapGet("/releases/{id}/brief.md", (string id, HttpRequest request, DigestSettings digest, ReleaseBriefs briefs, Drawing drawing, CancellationToken ct) => AnswerAsync(
            id, briefs, drawing, isPage: false, brief => Task.FromResult<IResult>(new TextAnswer(BriefMarkdown.Of(brief, request.Root(digest)), "text/markdown; charset=utf-8")), ct));
        app.MapGet("/releases/{id}/brief.json", (string id, ReleaseBriefs briefs, Drawing drawing, CancellationToken ct) => AnswerAsync(
            id, briefs, drawing, isPage: false, brief => Task.FromResult(TextAnswer.Json(new BriefAnswer(true, brief))), ct));
    }

    private static async Task<IResult> AnswerAsync(string id, ReleaseBriefs briefs, Drawing drawing, bool isPage, Func<ReleaseBrief, Task<IResult>> answer, CancellationToken ct) =>
        await briefs.OfAsync(new(id), ct) is { } brief ? await answer(brief) : await ProblemAnswer.OfAsync(drawing, isPage, StatusCodes.Status404NotFound, $"there is no release '{id}'");
}
