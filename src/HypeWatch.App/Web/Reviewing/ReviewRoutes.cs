using System.Globalization;
using HypeWatch.App.Digests;
using HypeWatch.App.Tables;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Queries.Tables;
using HypeWatch.Reviews;

namespace HypeWatch.App.Web.Reviewing;

/// <summary>The pages of reviewers: what waits, a flag with the form that decides on it, the log of all reviews, and replies that wait. Off until a token is set.</summary>
internal sealed class ReviewRoutes(ReviewSession session, TableAnswers answers, FlagQueries flags, ReviewStore reviews, ReplyStore replies, TimeProvider time, Drawing drawing)
{
    private const int LongestName = 80, LongestNote = 2000, Listed = 500;

    /// <summary>Maps the routes.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/review", (HttpRequest request, ReviewRoutes routes, CancellationToken ct) => routes.SignedInAsync(request, reviewer => routes.QueueAsync(request, reviewer, ct)));
        app.MapPost("/review/sign-in", (HttpRequest request, ReviewRoutes routes, CancellationToken ct) => routes.SignInAsync(request, ct)).RequireRateLimiting(FormLimits.SignIn);
        app.MapPost("/review/sign-out", (HttpRequest request, ReviewRoutes routes, CancellationToken ct) => routes.PostedAsync(request, (_, _) =>
        {
            ReviewSession.SignOut(request.HttpContext);
            return Task.FromResult<IResult>(See("/review"));
        }, ct));
        app.MapGet("/review/log", (HttpRequest request, ReviewRoutes routes, CancellationToken ct) => routes.SignedInAsync(request, _ => routes.LogAsync(ct)));
        app.MapGet("/review/flags/{id}", (string id, HttpRequest request, ReviewRoutes routes, CancellationToken ct) => routes.SignedInAsync(request, reviewer => routes.FlagAsync(id, request, reviewer, ct)));
        app.MapPost("/review/flags/{id}", (string id, HttpRequest request, ReviewRoutes routes, CancellationToken ct) => routes.PostedAsync(request, (reviewer, form) => routes.DecideAsync(id, reviewer, form, ct), ct));
        app.MapPost("/review/replies/{id}", (string id, HttpRequest request, ReviewRoutes routes, CancellationToken ct) => routes.PostedAsync(request, (reviewer, form) => routes.SettleAsync(id, reviewer, form, ct), ct));
    }

    private async Task<IResult> SignInAsync(HttpRequest request, CancellationToken ct)
    {
        if (!session.IsOn) return await OffAsync();
        if (FormLimits.IsFromElsewhere(request)) return await ForeignAsync();
        var form = await FormAsync(request, ct);
        var (name, affiliation) = (form["name"].ToString().Trim(), form["affiliation"].ToString().Trim());
        if (name.Length is 0 or > LongestName || affiliation.Length is 0 or > LongestName || name.Any(char.IsControl) || affiliation.Any(char.IsControl))
            return await SignInPageAsync("Name and organisation have 1 to 80 characters; write none where there is no organisation.", StatusCodes.Status400BadRequest);
        return session.SignIn(request.HttpContext, form["token"].ToString(), name, affiliation) ? See("/review") : await SignInPageAsync("That is not the token.", StatusCodes.Status401Unauthorized);
    }

    private async Task<IResult> QueueAsync(HttpRequest request, Reviewer reviewer, CancellationToken ct)
    {
        var page = await answers.ReadAsync(answers.Parse(answers.Tables.Flags, [new("status__in", "open,candidate"), .. request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))]), ct);
        return await TextAnswer.PageAsync<ReviewQueue>(drawing, new()
        {
            [nameof(ReviewQueue.Reviewer)] = reviewer, [nameof(ReviewQueue.Page)] = page, [nameof(ReviewQueue.Flags)] = await answers.FlagsAsync(page, ct),
            [nameof(ReviewQueue.Replies)] = await replies.ListAsync(null, ReplyState.Waiting, ct), [nameof(ReviewQueue.Mark)] = session.Mark(request),
        });
    }

    private async Task<IResult> LogAsync(CancellationToken ct) =>
        await TextAnswer.PageAsync<ReviewLog>(drawing, new() { [nameof(ReviewLog.Reviews)] = (await reviews.ListAsync(null, ct)).Reverse().Take(Listed).ToList() });

    private async Task<IResult> FlagAsync(string id, HttpRequest request, Reviewer reviewer, CancellationToken ct)
    {
        if (await flags.GetAsync(new(id), ct) is not { } flag) return await ProblemAnswer.OfAsync(drawing, true, StatusCodes.Status404NotFound, $"there is no flag '{id}'");
        return await TextAnswer.PageAsync<ReviewSheet>(drawing, new()
        {
            [nameof(ReviewSheet.View)] = flag, [nameof(ReviewSheet.Reviewer)] = reviewer, [nameof(ReviewSheet.Mark)] = session.Mark(request), [nameof(ReviewSheet.Reviews)] = await reviews.ListAsync(flag.Flag.Id, ct),
            [nameof(ReviewSheet.Standing)] = await reviews.StandingAsync(flag.Flag.Id, ct),
        });
    }

    private async Task<IResult> DecideAsync(string id, Reviewer reviewer, IFormCollection form, CancellationToken ct)
    {
        if (await flags.GetAsync(new(id), ct) is not { } flag) return await ProblemAnswer.OfAsync(drawing, true, StatusCodes.Status404NotFound, $"there is no flag '{id}'");
        var (reason, severity, owner, note) = (form["reason"].ToString(), form["severity"].ToString(), form["owner"].ToString().Trim(), form["note"].ToString().Trim());
        if (!Code<ReviewVerdict>.TryParse(form["verdict"].ToString(), out var verdict)) return await BadAsync($"a verdict is one of {string.Join(", ", Code<ReviewVerdict>.All)}");
        if (reason.Length > 0 && !Code<ReviewReason>.TryParse(reason, out _)) return await BadAsync($"a reason is one of {string.Join(", ", Code<ReviewReason>.All)}");
        if (severity.Length > 0 && !int.TryParse(severity, NumberStyles.None, CultureInfo.InvariantCulture, out _)) return await BadAsync("a severity is a number from 1 to 5");
        if (note.Length > LongestNote || owner.Length > LongestName) return await BadAsync("a note has at most 2000 characters, an owner at most 80");
        var entry = new ReviewEntry(
            flag.Flag.Id, reviewer.Name, reviewer.Affiliation, time.GetUtcNow(), verdict, reason.Length > 0 ? Code<ReviewReason>.Parse(reason) : null,
            verdict is ReviewVerdict.Reduce && severity.Length > 0 ? int.Parse(severity, CultureInfo.InvariantCulture) : null, verdict is ReviewVerdict.Reattribute && owner.Length > 0 ? owner : null, note.Length > 0 ? note : null);
        if (ReviewFile.Problem(entry) is { } problem) return await BadAsync(problem);
        await reviews.AddAsync([entry], ct);
        return See($"/review/flags/{flag.Flag.Id.Value}");
    }

    private async Task<IResult> SettleAsync(string id, Reviewer reviewer, IFormCollection form, CancellationToken ct)
    {
        if (!Code<ReplyState>.TryParse(form["state"].ToString(), out var state) || state is ReplyState.Waiting) return await BadAsync("a reply is accepted or refused");
        return await replies.SettleAsync(id, state, reviewer.Name, time.GetUtcNow(), ct) ? See("/review") : await ProblemAnswer.OfAsync(drawing, true, StatusCodes.Status404NotFound, $"no reply '{id}' waits");
    }

    private async Task<IResult> SignedInAsync(HttpRequest request, Func<Reviewer, Task<IResult>> answer)
    {
        if (!session.IsOn) return await OffAsync();
        try
        {
            return session.Who(request) is { } reviewer ? await answer(reviewer) : await SignInPageAsync(null, StatusCodes.Status200OK);
        }
        catch (QueryException problem)
        {
            return await BadAsync(problem.Message);
        }
    }

    private async Task<IResult> PostedAsync(HttpRequest request, Func<Reviewer, IFormCollection, Task<IResult>> answer, CancellationToken ct)
    {
        if (!session.IsOn) return await OffAsync();
        if (session.Who(request) is not { } reviewer) return await SignInPageAsync("Sign in first; nothing was changed.", StatusCodes.Status401Unauthorized);
        var form = await FormAsync(request, ct);
        return !FormLimits.IsFromElsewhere(request) && session.IsOwn(request, form) ? await answer(reviewer, form) : await ForeignAsync();
    }

    private static async Task<IFormCollection> FormAsync(HttpRequest request, CancellationToken ct) => request.HasFormContentType ? await request.ReadFormAsync(ct) : FormCollection.Empty;

    private Task<IResult> SignInPageAsync(string? problem, int status) => TextAnswer.PageAsync<ReviewSignIn>(drawing, new() { [nameof(ReviewSignIn.Problem)] = problem }, status);

    private Task<IResult> ForeignAsync() => ProblemAnswer.OfAsync(drawing, true, StatusCodes.Status403Forbidden, "this form can be sent from its own page only; nothing was changed");

    private Task<IResult> OffAsync() => ProblemAnswer.OfAsync(drawing, true, StatusCodes.Status404NotFound, "reviews are off on the web: set HypeWatch__Web__ReviewToken in the environment, or use hypewatch review");

    private Task<IResult> BadAsync(string words) => ProblemAnswer.OfAsync(drawing, true, StatusCodes.Status400BadRequest, words);

    // 303: the answer of a form is looked at, and sending it anew cannot happen by going back.
    private static SeeOther See(string path) => new SeeOther(path);

    private sealed class SeeOther(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
