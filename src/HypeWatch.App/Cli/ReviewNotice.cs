using System.CommandLine;
using HypeWatch.App.Digests;
using HypeWatch.Digests;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Reviews;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch review notice</c>: a letter to the asserter of a confirmed flag, for a person to send.</summary>
internal static class ReviewNotice
{
    private sealed record NoticeAnswer(bool Ok, FlagId Flag, string To, string Subject, string Text);

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var flag = new Argument<string>("flag") { Description = "Id of a confirmed flag (flg-...)" };
        return new Command("notice", "A letter that tells the asserter of a confirmed flag, with a link to reply, for a person to send") { flag }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            var id = FlagId.From(context.Value(flag)!);
            var store = app.Services.GetRequiredService<ReviewStore>();
            if (await app.Services.GetRequiredService<FlagQueries>().GetAsync(id, ct) is not { } view) throw new UsageException($"there is no flag '{id}'; hypewatch flags lists them");
            var standing = await store.StandingAsync(id, ct);
            if (standing is null || !AsserterNotice.IsDue(standing)) throw new UsageException($"{id} is not confirmed, so there is nothing to tell: {Why(standing, id)}");
            if (view.Flag.Code == "OC22") throw new UsageException($"{id} is about wording that repeats over releases, which names nobody: there is nobody to tell");
            var reviewers = ReviewRule.Upholding([.. (await store.ListAsync(id, ct)).Select(review => review.Entry)]);
            var notice = AsserterNotice.Of(view, standing, reviewers, app.Services.GetRequiredService<DigestSettings>().BaseUrl?.TrimEnd('/'));
            var text = DigestTextRenderer.Render(notice.Blocks);
            if (context.Json) context.Out.Json(new NoticeAnswer(true, id, notice.To, notice.Subject, text));
            else context.Out.Line($"Subject: {notice.Subject}\n\n{text.TrimEnd('\n')}");
            return ExitCode.Ok;
        });
    }

    private static string Why(ReviewedFlag? standing, FlagId id) =>
        standing is { Waiting: { } wait } ? ReviewCommand.Words(wait)
        : standing?.Severity == 0 ? "the authors' own words outweigh it"
        : $"hypewatch review add {id} confirm --by NAME --affiliation ORGANISATION";
}
