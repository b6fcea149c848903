using HypeWatch.App.Cli;
using HypeWatch.App.Digests;
using HypeWatch.Flags;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Reviews;
using Microsoft.AspNetCore.Components;

namespace HypeWatch.App.Web.Pages;

/// <summary>The pages for readers: flags, claims and releases, each with the same content as JSON under the same address and <c>.json</c>. They only read.</summary>
internal static class PageRoutes
{
    private const int PageSize = 50;

    private sealed record FlagAnswer(bool Ok, FlagView Flag, string Clearing, ReviewedFlag? Review);

    private sealed record ClaimAnswer(bool Ok, ClaimDetail Claim);

    private sealed record ReleaseAnswer(bool Ok, ReleaseView Release, IReadOnlyList<ReleaseMember> Documents);

    private sealed record Problem(bool Ok, string Error);

    /// <summary>Maps the routes.</summary>
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/style.css", () => Results.Content(PageStyle.Text, "text/css; charset=utf-8"));
        app.MapGet("/", StartAsync);
        app.MapGet("/flags", (HttpRequest request, FlagQueries flags, Drawing drawing, CancellationToken ct) => FlagsAsync(request, flags, drawing, isJson: false, ct));
        app.MapGet("/flags.json", (HttpRequest request, FlagQueries flags, Drawing drawing, CancellationToken ct) => FlagsAsync(request, flags, drawing, isJson: true, ct));
        app.MapGet("/claims", (HttpRequest request, ClaimQueries claims, Drawing drawing, CancellationToken ct) => ClaimsAsync(request, claims, drawing, isJson: false, ct));
        app.MapGet("/claims.json", (HttpRequest request, ClaimQueries claims, Drawing drawing, CancellationToken ct) => ClaimsAsync(request, claims, drawing, isJson: true, ct));
        app.MapGet("/c/{id}", ClaimAsync);
        app.MapGet("/f/{id}", FlagAsync);
        app.MapGet("/releases", async (ReleaseQueries releases, Drawing drawing, CancellationToken ct) =>
            await PageAsync<ReleaseList>(drawing, new() { [nameof(ReleaseList.Releases)] = await releases.FindAsync(null, 500, 0, ct) }));
        app.MapGet("/r/{id}", ReleaseAsync);
        app.MapGet("/about/accuracy", async (ReviewStore reviews, Drawing drawing, CancellationToken ct) =>
            await PageAsync<AccuracySheet>(drawing, new() { [nameof(AccuracySheet.Codes)] = ReviewAccuracy.ByCode(await reviews.ListAsync(null, ct)) }));
    }

    private static async Task<IResult> StartAsync(ClaimQueries claims, FlagQueries flags, PeriodQueries periods, Drawing drawing, CancellationToken ct)
    {
        var counts = (await claims.CountAsync(ct)).Counts;
        var found = await flags.FindAsync(new(MinSeverity: Flag.ShownSeverity, Status: FlagStatus.Open, Limit: 5), ct);
        return await PageAsync<StartSheet>(drawing, new() { [nameof(StartSheet.Counts)] = counts, [nameof(StartSheet.Flags)] = found, [nameof(StartSheet.AwaitingReview)] = await periods.AwaitingReviewAsync(ct) });
    }

    private static async Task<IResult> FlagsAsync(HttpRequest request, FlagQueries flags, Drawing drawing, bool isJson, CancellationToken ct)
    {
        var query = new PageQuery(request.Query, ["code", "kind", "status", "owner", "release", "document", "severity", "all", "offset"]);
        var filter = new FlagFilter(
            Code: query.Among("code", Taxonomy.Load().Types.Select(type => type.Code)), Kind: query.Code<FlagKind>("kind"), Status: query.Code<FlagStatus>("status"), Owner: query.Text("owner"),
            Release: query.Text("release"), Document: query.Text("document"), MinSeverity: query.Number("severity", 0, 5), IncludeSuppressed: query.Number("all", 0, 1) == 1, Limit: PageSize + 1,
            Offset: query.Number("offset", 0, 1_000_000));
        if (query.Problem is { } problem) return await BadAsync(drawing, isJson, problem);
        var found = await flags.FindAsync(filter, ct);
        if (isJson) return Json(RowsAnswer<FlagView>.Of([.. found.Take(PageSize)], PageSize));
        return await PageAsync<FlagList>(drawing, new()
        {
            [nameof(FlagList.Flags)] = found.Take(PageSize).ToList(), [nameof(FlagList.Query)] = query, [nameof(FlagList.Next)] = found.Count > PageSize ? query.With("offset", filter.Offset + PageSize) : null,
        });
    }

    private static async Task<IResult> ClaimsAsync(HttpRequest request, ClaimQueries claims, Drawing drawing, bool isJson, CancellationToken ct)
    {
        var query = new PageQuery(request.Query, ["q", "type", "asserter", "document", "flag", "strength", "headline", "offset"]);
        var filter = new ClaimFilter(
            Words: query.Text("q"), Type: query.Code<ClaimType>("type"), Asserter: query.Text("asserter"), Document: query.Text("document"), Flag: query.Among("flag", Taxonomy.Load().Types.Select(type => type.Code)),
            MinStrength: query.Code<Strength>("strength") ?? Strength.Aspiration, HeadlineOnly: query.Number("headline", 0, 1) == 1, Limit: PageSize + 1, Offset: query.Number("offset", 0, 1_000_000));
        if (query.Problem is { } problem) return await BadAsync(drawing, isJson, problem);
        var found = await claims.FindAsync(filter, ct);
        if (isJson) return Json(RowsAnswer<ClaimView>.Of([.. found.Take(PageSize)], PageSize));
        return await PageAsync<ClaimList>(drawing, new()
        {
            [nameof(ClaimList.Claims)] = found.Take(PageSize).ToList(), [nameof(ClaimList.Query)] = query, [nameof(ClaimList.Next)] = found.Count > PageSize ? query.With("offset", filter.Offset + PageSize) : null,
        });
    }

    private static async Task<IResult> ClaimAsync(string id, FlagQueries flags, Drawing drawing, CancellationToken ct)
    {
        var (wanted, isJson) = Wanted(id);
        if (await flags.DetailAsync(new(wanted), ct) is not { } claim) return await MissingAsync(drawing, isJson, $"there is no claim '{wanted}'");
        return isJson ? Json(new ClaimAnswer(true, claim)) : await PageAsync<ClaimSheet>(drawing, new() { [nameof(ClaimSheet.Detail)] = claim });
    }

    private static async Task<IResult> FlagAsync(string id, FlagQueries flags, ReviewStore reviews, Drawing drawing, CancellationToken ct)
    {
        var (wanted, isJson) = Wanted(id);
        if (await flags.GetAsync(new(wanted), ct) is not { } flag) return await MissingAsync(drawing, isJson, $"there is no flag '{wanted}'");
        var (clearing, standing) = (Taxonomy.Load()[flag.Flag.Code].Clearing, await reviews.StandingAsync(flag.Flag.Id, ct));
        return isJson ? Json(new FlagAnswer(true, flag, clearing, standing))
            : await PageAsync<FlagSheet>(drawing, new() { [nameof(FlagSheet.View)] = flag, [nameof(FlagSheet.Clearing)] = clearing, [nameof(FlagSheet.Standing)] = standing });
    }

    private static async Task<IResult> ReleaseAsync(string id, ReleaseQueries releases, FlagQueries flags, Drawing drawing, CancellationToken ct)
    {
        var (wanted, isJson) = Wanted(id);
        if (await releases.GetAsync(new(wanted), ct) is not { } release) return await MissingAsync(drawing, isJson, $"there is no release '{wanted}'");
        var members = await releases.MembersAsync(release.Id, ct);
        return isJson ? Json(new ReleaseAnswer(true, release, members)) : await PageAsync<ReleaseSheet>(drawing, new()
        {
            [nameof(ReleaseSheet.Release)] = release, [nameof(ReleaseSheet.Members)] = members, [nameof(ReleaseSheet.Flags)] = await flags.FindAsync(new(Release: release.Id.Value), ct),
        });
    }

    private static (string Id, bool IsJson) Wanted(string id) => id.EndsWith(".json", StringComparison.Ordinal) ? (id[..^".json".Length], true) : (id, false);

    private static IResult Json<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, ModelJson.Options, statusCode: status);

    private static async Task<IResult> MissingAsync(Drawing drawing, bool isJson, string words) => isJson ? Json(new Problem(false, words), StatusCodes.Status404NotFound)
        : await PageAsync<ProblemSheet>(drawing, new() { [nameof(ProblemSheet.Words)] = words }, StatusCodes.Status404NotFound);

    private static async Task<IResult> BadAsync(Drawing drawing, bool isJson, string words) => isJson ? Json(new Problem(false, words), StatusCodes.Status400BadRequest)
        : await PageAsync<ProblemSheet>(drawing, new() { [nameof(ProblemSheet.Words)] = words }, StatusCodes.Status400BadRequest);

    private static async Task<IResult> PageAsync<T>(Drawing drawing, Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK) where T : IComponent =>
        Results.Content(await drawing.OfAsync<T>(parameters), "text/html; charset=utf-8", statusCode: status);
}
