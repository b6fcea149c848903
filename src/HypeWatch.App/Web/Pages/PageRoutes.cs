using HypeWatch.App.Cli;
using HypeWatch.App.Digests;
using HypeWatch.Evidence;
using HypeWatch.Flags;
using HypeWatch.Model;
using HypeWatch.Pipeline.Accuracy;
using HypeWatch.Predictions;
using HypeWatch.Queries;
using HypeWatch.Queries.Tables;
using HypeWatch.Reviews;
using HypeWatch.Sources;

namespace HypeWatch.App.Web.Pages;

/// <summary>The pages for readers: flags, claims and releases, each with the same content as JSON under the same address and <c>.json</c>. They only read.</summary>
internal static class PageRoutes
{
    private sealed record FlagAnswer(bool Ok, FlagView Flag, string Clearing, ReviewedFlag? Review, IReadOnlyList<ReplyEntry> Replies);

    private sealed record ClaimAnswer(bool Ok, ClaimDetail Claim);

    private sealed record FrozenAnswer(bool Ok, FrozenClaim Claim);

    private sealed record GoneAnswer(bool Ok, string Id, bool Gone, IReadOnlyList<FlagState> States);

    private sealed record ReleaseAnswer(
        bool Ok, ReleaseView Release, IReadOnlyList<ReleaseMember> Documents, IReadOnlyList<InventoryEntry> Inventory, ReleaseAttention Attention, IReadOnlyList<JudgementTally> Judged, IReadOnlyList<InfluenceView> Influences,
        IReadOnlyList<ScoredSet> Predictions);

    /// <summary>Maps the routes.</summary>
    public static void MapPages(this IEndpointRouteBuilder app)
    {
        app.MapGet("/style.css", () => Results.Content(PageStyle.Text, "text/css; charset=utf-8"));
        app.MapGet("/favicon.ico", () => Results.Content(PageStyle.Sign, "image/svg+xml"));
        app.MapGet("/", StartAsync);
        app.MapGet("/c/{id}", ClaimAsync);
        app.MapGet("/f/{id}", FlagAsync);
        app.MapGet("/r/{id}", ReleaseAsync);
        app.MapGet("/about/accuracy", async (ReviewStore reviews, EvaluationStore evaluations, Drawing drawing, CancellationToken ct) => await TextAnswer.PageAsync<AccuracySheet>(
            drawing, new() { [nameof(AccuracySheet.Codes)] = ReviewAccuracy.ByCode(await reviews.ListAsync(null, ct)), [nameof(AccuracySheet.Evaluations)] = await evaluations.ListAsync(ct) }));
    }

    private static async Task<IResult> StartAsync(ClaimQueries claims, FlagQueries flags, PeriodQueries periods, SourceCatalog catalog, SourceHealthStore health, TimeProvider time, Drawing drawing, CancellationToken ct)
    {
        var counts = (await claims.CountAsync(ct)).Counts;
        var found = await flags.FindAsync(new(MinSeverity: Flag.ShownSeverity, Status: FlagStatus.Open, Limit: 5), ct);
        var now = time.GetUtcNow();
        return await TextAnswer.PageAsync<StartSheet>(drawing, new()
        {
            [nameof(StartSheet.Counts)] = counts, [nameof(StartSheet.Flags)] = found, [nameof(StartSheet.AwaitingReview)] = await periods.AwaitingReviewAsync(ct),
            [nameof(StartSheet.Week)] = await periods.CountAsync(now.AddDays(-7), now, ct), [nameof(StartSheet.Sources)] = SourceLine.Of(catalog, await health.ListAsync(ct)),
        });
    }

    private static async Task<IResult> ClaimAsync(string id, FlagQueries flags, TextQueries texts, LineageQueries lineages, FrozenClaims frozen, Drawing drawing, CancellationToken ct)
    {
        var (wanted, isJson) = Wanted(id);
        if (wanted.Split('@', 2) is [var cited, var then]) return await FrozenAsync(cited, then, isJson, flags, frozen, drawing, ct);
        // A claim that is no longer read, or whose text was taken out, keeps its address.
        if (await flags.DetailAsync(new(wanted), ct) is not { } claim) return await FrozenAsync(wanted, null, isJson, flags, frozen, drawing, ct);
        return isJson ? TextAnswer.Json(new ClaimAnswer(true, claim)) : await TextAnswer.PageAsync<ClaimSheet>(drawing, new()
        {
            [nameof(ClaimSheet.Detail)] = claim, [nameof(ClaimSheet.Context)] = await texts.VersionAsync(claim.Claim.Claim.Version, ct),
            [nameof(ClaimSheet.Travels)] = claim.Lineage.Count > 0 ? await lineages.GetAsync(claim.Claim.Claim.Id, ct) : null,
            [nameof(ClaimSheet.ChangedAt)] = await frozen.LastChangeAsync(claim.Claim.Claim.Id, ct),
        });
    }

    private static async Task<IResult> FrozenAsync(string id, string? asOf, bool isJson, FlagQueries flags, FrozenClaims frozen, Drawing drawing, CancellationToken ct)
    {
        try
        {
            if (await frozen.GetAsync(new(id), asOf is null ? null : AsOf.Read("@", asOf), ct) is not { } claim)
                return await ProblemAnswer.OfAsync(drawing, !isJson, StatusCodes.Status404NotFound, $"there is no claim '{id}'{(asOf is null ? "" : $", or none was known at {asOf}")}");
            return isJson ? TextAnswer.Json(new FrozenAnswer(true, claim)) : await TextAnswer.PageAsync<FrozenClaimSheet>(
                drawing, new() { [nameof(FrozenClaimSheet.Claim)] = claim, [nameof(FrozenClaimSheet.Current)] = await flags.DetailAsync(new(id), ct) is not null });
        }
        catch (QueryException problem)
        {
            return await ProblemAnswer.OfAsync(drawing, !isJson, StatusCodes.Status400BadRequest, problem.Message);
        }
    }

    private static async Task<IResult> FlagAsync(string id, FlagQueries flags, ReviewStore reviews, ReplyStore replies, Drawing drawing, CancellationToken ct)
    {
        var (wanted, isJson) = Wanted(id);
        var states = await flags.HistoryAsync(new(wanted), ct);
        if (await flags.GetAsync(new(wanted), ct) is not { } flag)
        {
            if (states.Count == 0) return await ProblemAnswer.OfAsync(drawing, !isJson, StatusCodes.Status404NotFound, $"there is no flag '{wanted}'");
            return isJson ? TextAnswer.Json(new GoneAnswer(true, wanted, true, states)) : await TextAnswer.PageAsync<GoneFlagSheet>(drawing, new() { [nameof(GoneFlagSheet.States)] = states });
        }

        var (clearing, standing) = (Taxonomy.Load()[flag.Flag.Code].Clearing, await reviews.StandingAsync(flag.Flag.Id, ct));
        var said = await replies.ListAsync(flag.Flag.Id, ReplyState.Accepted, ct);
        return isJson ? TextAnswer.Json(new FlagAnswer(true, flag, clearing, standing, said))
            : await TextAnswer.PageAsync<FlagSheet>(drawing, new() { [nameof(FlagSheet.View)] = flag, [nameof(FlagSheet.Clearing)] = clearing, [nameof(FlagSheet.Standing)] = standing, [nameof(FlagSheet.Replies)] = said, [nameof(FlagSheet.States)] = states });
    }

    private static async Task<IResult> ReleaseAsync(
        string id, ReleaseQueries releases, FlagQueries flags, EvidenceStore evidence, InventoryReader reader, AttentionQueries attentions, PredictionStore predictions, Drawing drawing, CancellationToken ct)
    {
        var (wanted, isJson) = Wanted(id);
        if (await releases.GetAsync(new(wanted), ct) is not { } release) return await ProblemAnswer.OfAsync(drawing, !isJson, StatusCodes.Status404NotFound, $"there is no release '{wanted}'");
        var members = await releases.MembersAsync(release.Id, ct);
        var inventory = reader.Read(await evidence.OfReleaseAsync(release.Id, ct));
        var (attention, judged) = (await attentions.OfAsync(release.Id, release.Published, ct), await evidence.TalliesAsync(release.Id, ct));
        var influences = await releases.InfluencesAsync(release.Id, ct);
        List<PredictionSet> sets = [.. (await predictions.ListAsync(ct)).Where(set => set.Release == release.Id)];
        return isJson ? TextAnswer.Json(new ReleaseAnswer(true, release, members, inventory, attention, judged, influences, [.. sets.Select(ScoredSet.Of)])) : await TextAnswer.PageAsync<ReleaseSheet>(drawing, new()
        {
            [nameof(ReleaseSheet.Release)] = release, [nameof(ReleaseSheet.Members)] = members, [nameof(ReleaseSheet.Inventory)] = inventory, [nameof(ReleaseSheet.Attention)] = attention, [nameof(ReleaseSheet.Influences)] = influences, [nameof(ReleaseSheet.Judged)] = judged,
            [nameof(ReleaseSheet.Predictions)] = sets, [nameof(ReleaseSheet.Flags)] = await flags.FindAsync(new(Release: release.Id.Value), ct),
        });
    }

    private static (string Id, bool IsJson) Wanted(string id) => id.EndsWith(".json", StringComparison.Ordinal) ? (id[..^".json".Length], true) : (id, false);
}
