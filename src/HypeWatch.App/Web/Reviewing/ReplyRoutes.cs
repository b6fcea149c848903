using HypeWatch.App.Digests;
using HypeWatch.App.Web.Readers;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Reviews;

namespace HypeWatch.App.Web.Reviewing;

/// <summary>The form by which anybody answers a flag. A reply is kept word for word, and shown once a reviewer has seen that it is one.</summary>
internal static class ReplyRoutes
{
    private static readonly string[] Thanks = ["Your reply is kept word for word. It is shown beside the flag, and named in the digest, once a reviewer has seen that it is one."];

    /// <summary>Maps the route.</summary>
    public static void MapReplies(this IEndpointRouteBuilder app) => app.MapPost("/f/{id}/reply", ReplyAsync).RequireRateLimiting(FormLimits.Reply);

    private static async Task<IResult> ReplyAsync(string id, HttpRequest request, FlagQueries flags, ReplyStore replies, TimeProvider time, Drawing drawing, CancellationToken ct)
    {
        if (FormLimits.IsFromElsewhere(request)) return await ProblemAnswer.OfAsync(drawing, true, StatusCodes.Status403Forbidden, "this form can be sent from its own page only");
        if (await flags.GetAsync(new(id), ct) is not { } flag) return await ProblemAnswer.OfAsync(drawing, true, StatusCodes.Status404NotFound, $"there is no flag '{id}'");
        var form = request.HasFormContentType ? await request.ReadFormAsync(ct) : FormCollection.Empty;
        // A field that no person sees and that programs fill in.
        if (form["website"].ToString().Length == 0)
        {
            try
            {
                if (!Code<ReplySender>.TryParse(form["as"].ToString(), out var sender)) throw new HypeWatchException($"as whom you reply is one of {string.Join(", ", Code<ReplySender>.All)}");
                await replies.AddAsync(ReplyEntry.Of(flag.Flag.Id, form["text"].ToString(), form["url"].ToString(), sender, time.GetUtcNow()), ct);
            }
            catch (HypeWatchException problem)
            {
                return await ProblemAnswer.OfAsync(drawing, true, StatusCodes.Status400BadRequest, problem.Message);
            }
        }

        return await TextAnswer.PageAsync<NoticeSheet>(drawing, new()
        {
            [nameof(NoticeSheet.Title)] = "Thank you", [nameof(NoticeSheet.Lines)] = Thanks,
            [nameof(NoticeSheet.Links)] = new[] { ($"/f/{flag.Flag.Id.Value}", "Back to the flag") },
        });
    }
}
