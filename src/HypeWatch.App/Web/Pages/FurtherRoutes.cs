using System.Globalization;
using System.Text;
using HypeWatch.App.Cli;
using HypeWatch.App.Digests;
using HypeWatch.App.Web.Reviewing;
using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Predictions;
using HypeWatch.Queries;
using HypeWatch.Sources;
using Microsoft.Extensions.Options;

namespace HypeWatch.App.Web.Pages;

/// <summary>The pages around claims and flags: archived texts, prior literature, predictions, sources, and how flags are made. They only read.</summary>
internal static class FurtherRoutes
{
    private const int PartLength = 40_000;

    private sealed record ArchivedTextAnswer(bool Ok, DocumentView Document, TextVersion Version, bool IsCurrent, string? Text, IReadOnlyList<TextMark> Claims, IReadOnlyList<TextVersion> Versions);

    private sealed record WorkAnswer(bool Ok, PriorWork Work, IReadOnlyList<PriorWork> ContestedBy, IReadOnlyList<WorkRelease> Releases);

    private sealed record PredictionsAnswer(bool Ok, IReadOnlyList<ScoredSet> Rows, IReadOnlyList<PredictionCut> Cuts, IReadOnlyList<CalibrationRow> Calibration, string? Remark);

    private sealed record ChangesAnswer(bool Ok, DocumentView Document, TextVersion? Before, TextVersion After, IReadOnlyList<ClaimChange> Changes, IReadOnlyList<SilentEditView> PossibleSilentEdits);

    private sealed record PostsAnswer(bool Ok, Campaign Campaign);

    private sealed record SourcesAnswer(bool Ok, IReadOnlyList<SourceLine> Rows);

    /// <summary>Maps the routes.</summary>
    public static void MapFurtherPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/d/{id}", TextAsync);
        app.MapGet("/d/{id}/changes", (string id, HttpRequest request, TextQueries texts, VersionClaims versions, ClaimQueries claims, Drawing drawing, CancellationToken ct) => ChangesAsync(id, false, request, texts, versions, claims, drawing, ct));
        app.MapGet("/d/{id}/changes.json", (string id, HttpRequest request, TextQueries texts, VersionClaims versions, ClaimQueries claims, Drawing drawing, CancellationToken ct) => ChangesAsync(id, true, request, texts, versions, claims, drawing, ct));
        app.MapGet("/r/{id}/posts", (string id, HttpRequest request, ReleaseQueries releases, Drawing drawing, CancellationToken ct) => PostsAsync(id, false, request, releases, drawing, ct));
        app.MapGet("/r/{id}/posts.json", (string id, HttpRequest request, ReleaseQueries releases, Drawing drawing, CancellationToken ct) => PostsAsync(id, true, request, releases, drawing, ct));
        app.MapGet("/w/{id}", WorkAsync);
        app.MapGet("/c/{id}/literature", (string id, RelatedWorks related, WeighLiterature sides, Drawing drawing, CancellationToken ct) => LiteratureAsync(id, false, related, sides, drawing, ct));
        app.MapGet("/c/{id}/literature.json", (string id, RelatedWorks related, WeighLiterature sides, Drawing drawing, CancellationToken ct) => LiteratureAsync(id, true, related, sides, drawing, ct));
        app.MapGet("/predictions", async (PredictionStore store, Drawing drawing, CancellationToken ct) =>
            await TextAnswer.PageAsync<PredictionSheet>(drawing, new() { [nameof(PredictionSheet.Sets)] = await store.ListAsync(ct) }));
        app.MapGet("/predictions.json", async (PredictionStore store, CancellationToken ct) =>
        {
            var sets = await store.ListAsync(ct);
            return TextAnswer.Json(new PredictionsAnswer(true, [.. sets.Select(ScoredSet.Of)], PredictionCuts.Of(sets), Calibration.Of(sets), Calibration.Remark(sets)));
        });
        app.MapGet("/sources", async (SourceCatalog catalog, SourceHealthStore health, Drawing drawing, CancellationToken ct) =>
            await TextAnswer.PageAsync<SourceSheet>(drawing, new() { [nameof(SourceSheet.Sources)] = SourceLine.Of(catalog, await health.ListAsync(ct)) }));
        app.MapGet("/sources.json", async (SourceCatalog catalog, SourceHealthStore health, CancellationToken ct) => TextAnswer.Json(new SourcesAnswer(true, SourceLine.Of(catalog, await health.ListAsync(ct)))));
        app.MapGet("/check", (Drawing drawing) => TextAnswer.PageAsync<CheckSheet>(drawing, []));
        app.MapPost("/check", CheckAsync).RequireRateLimiting(FormLimits.Check);
        app.MapGet("/about", (Drawing drawing) => TextAnswer.PageAsync<AboutSheet>(drawing, []));
    }

    private static async Task<IResult> LiteratureAsync(string id, bool isJson, RelatedWorks related, WeighLiterature sides, Drawing drawing, CancellationToken ct)
    {
        const int WorksShown = 20;
        if (await sides.ForAsync(new(id), ct) is not { } said || await related.ForAsync(id, WorksShown, ct) is not { } found)
            return await ProblemAnswer.OfAsync(drawing, !isJson, StatusCodes.Status404NotFound, $"there is no claim '{id}'");
        var answer = new LiteratureAnswer(true, found, said);
        return isJson ? TextAnswer.Json(answer) : await TextAnswer.PageAsync<LiteratureSheet>(drawing, new() { [nameof(LiteratureSheet.Claim)] = id, [nameof(LiteratureSheet.Answer)] = answer });
    }

    private static async Task<IResult> TextAsync(string id, HttpRequest request, TextQueries texts, IOptions<WebSettings> settings, Drawing drawing, CancellationToken ct)
    {
        var (wanted, isJson) = Wanted(id);
        var version = request.Query["version"].ToString();
        var text = version.Length > 0 ? await texts.VersionAsync(new(version), ct) : await texts.CurrentAsync(new(wanted), ct);
        if (text is null || text.Document.Id.Value != wanted)
            return await ProblemAnswer.OfAsync(drawing, !isJson, StatusCodes.Status404NotFound, version.Length > 0 ? $"there is no version '{version}' of '{wanted}'" : $"there is no document '{wanted}'");
        var (marks, versions, excerpts) = (await texts.MarksAsync(text.Version.Id, ct), await texts.VersionsAsync(text.Document.Id, ct), settings.Value.Publication == WebSettings.Public);
        if (isJson) return TextAnswer.Json(new ArchivedTextAnswer(true, text.Document, text.Version, text.IsCurrent, excerpts ? null : text.Text, marks, versions));
        var parts = TextPieces.Parts(text.Text, PartLength);
        var asked = request.Query["part"].ToString();
        var part = 1;
        if (asked.Length > 0 && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out part) || part < 1 || part > parts.Count))
            return await ProblemAnswer.OfAsync(drawing, true, StatusCodes.Status400BadRequest, string.Create(CultureInfo.InvariantCulture, $"part: a whole number from 1 to {parts.Count}"));
        return await TextAnswer.PageAsync<DocumentSheet>(drawing, new()
        {
            [nameof(DocumentSheet.Text)] = text, [nameof(DocumentSheet.Marks)] = marks, [nameof(DocumentSheet.Versions)] = versions, [nameof(DocumentSheet.Parts)] = parts, [nameof(DocumentSheet.Part)] = part,
            [nameof(DocumentSheet.Excerpts)] = excerpts, [nameof(DocumentSheet.Redaction)] = await texts.RedactionAsync(text.Document.Id, ct),
        });
    }

    // Which claims differ between the version that is asked for and the one before it, and which quotations of the document stand in none of its versions.
    private static async Task<IResult> ChangesAsync(string id, bool isJson, HttpRequest request, TextQueries texts, VersionClaims claimsOf, ClaimQueries claims, Drawing drawing, CancellationToken ct)
    {
        if (await texts.CurrentAsync(new(id), ct) is not { } text) return await ProblemAnswer.OfAsync(drawing, !isJson, StatusCodes.Status404NotFound, $"there is no document '{id}'");
        var versions = await texts.VersionsAsync(text.Document.Id, ct);
        var wanted = request.Query["version"].ToString();
        var at = wanted.Length == 0 ? 0 : versions.ToList().FindIndex(version => version.Id.Value == wanted);
        if (at < 0) return await ProblemAnswer.OfAsync(drawing, !isJson, StatusCodes.Status404NotFound, $"there is no version '{wanted}' of '{id}'");
        var before = versions.ElementAtOrDefault(at + 1);
        var changes = before is null ? [] : await claimsOf.BetweenAsync(before.Id, versions[at].Id, ct) ?? [];
        var edits = await claims.SilentEditsAsync(text.Document.Id, ct);
        return isJson ? TextAnswer.Json(new ChangesAnswer(true, text.Document, before, versions[at], changes, edits)) : await TextAnswer.PageAsync<ChangesSheet>(drawing, new()
        {
            [nameof(ChangesSheet.Document)] = text.Document, [nameof(ChangesSheet.Before)] = before, [nameof(ChangesSheet.After)] = versions[at], [nameof(ChangesSheet.Changes)] = changes, [nameof(ChangesSheet.SilentEdits)] = edits,
        });
    }

    private static async Task<IResult> PostsAsync(string id, bool isJson, HttpRequest request, ReleaseQueries releases, Drawing drawing, CancellationToken ct)
    {
        const int Usual = 48, Most = 8784;
        var asked = request.Query["hours"].ToString();
        var hours = Usual;
        if (asked.Length > 0 && (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out hours) || hours is < 1 or > Most))
            return await ProblemAnswer.OfAsync(drawing, !isJson, StatusCodes.Status400BadRequest, string.Create(CultureInfo.InvariantCulture, $"hours: a whole number from 1 to {Most}"));
        if (await releases.CampaignAsync(new(id), hours, ct) is not { } campaign) return await ProblemAnswer.OfAsync(drawing, !isJson, StatusCodes.Status404NotFound, $"there is no release '{id}'");
        return isJson ? TextAnswer.Json(new PostsAnswer(true, campaign)) : await TextAnswer.PageAsync<CampaignSheet>(drawing, new() { [nameof(CampaignSheet.Campaign)] = campaign });
    }

    private static async Task<IResult> CheckAsync(HttpRequest request, CheckText check, Drawing drawing, CancellationToken ct)
    {
        if (FormLimits.IsFromElsewhere(request)) return await ProblemAnswer.OfAsync(drawing, true, StatusCodes.Status403Forbidden, "this form can be sent from its own page only");
        var text = request.HasFormContentType ? (await request.ReadFormAsync(ct))["text"].ToString() : "";
        if (string.IsNullOrWhiteSpace(text) || text.Length > CheckSheet.Longest)
            return await TextAnswer.PageAsync<CheckSheet>(drawing, new() { [nameof(CheckSheet.Problem)] = string.Create(CultureInfo.InvariantCulture, $"A text has 1 to {CheckSheet.Longest} characters.") }, StatusCodes.Status400BadRequest);
        var found = await check.RunAsync(null, Encoding.UTF8.GetBytes(text), hasArchive: true, ct);
        return await TextAnswer.PageAsync<CheckSheet>(drawing, new() { [nameof(CheckSheet.Text)] = text, [nameof(CheckSheet.Found)] = found, [nameof(CheckSheet.Problem)] = found.Note is { } note ? $"Nothing was read: {note}." : null });
    }

    private static async Task<IResult> WorkAsync(string id, WorkQueries works, Drawing drawing, CancellationToken ct)
    {
        var (wanted, isJson) = Wanted(id);
        if (await works.GetAsync(new(wanted), ct) is not { } work) return await ProblemAnswer.OfAsync(drawing, !isJson, StatusCodes.Status404NotFound, $"there is no work '{wanted}'");
        var contesting = new List<PriorWork>();
        foreach (var other in work.ContestedBy)
            if (await works.GetAsync(other, ct) is { } found) contesting.Add(found);
        var releases = await works.ReleasesAsync(work.Id, ct);
        return isJson ? TextAnswer.Json(new WorkAnswer(true, work, contesting, releases)) : await TextAnswer.PageAsync<WorkSheet>(
            drawing, new() { [nameof(WorkSheet.Work)] = work, [nameof(WorkSheet.ContestedBy)] = contesting, [nameof(WorkSheet.Releases)] = releases });
    }

    private static (string Id, bool IsJson) Wanted(string id) => id.EndsWith(".json", StringComparison.Ordinal) ? (id[..^".json".Length], true) : (id, false);
}
