using System.CommandLine;
using System.Globalization;
using HypeWatch.App.Digests;
using HypeWatch.Model;
using HypeWatch.Queries;
using HypeWatch.Reviews;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch review</c>: what people decided about flags, and how often they let the rules stand.</summary>
internal static class ReviewCommand
{
    private sealed record AddAnswer(bool Ok, ReviewEntry Review, ReviewedFlag? Flag);

    private sealed record ImportAnswer(bool Ok, int Read, int Added);

    private sealed record AccuracyAnswer(bool Ok, IReadOnlyList<CodeAccuracy> Codes, IReadOnlyList<RaterAgreement> Raters, int AwaitingReview);

    /// <summary>Makes the verb.</summary>
    public static Command Make() => new("review", "Reviews of flags: add, notice, list, accuracy, export, import") { Add(), ReviewNotice.Make(), List(), Accuracy(), Export(), Import() };

    private static Command Add()
    {
        var flag = new Argument<string>("flag") { Description = "Id of a flag (flg-...)" };
        var verdict = new Argument<string>("verdict") { Description = string.Join(", ", Code<ReviewVerdict>.All) };
        verdict.AcceptOnlyFromAmong([.. Code<ReviewVerdict>.All]);
        var by = new Option<string>("--by") { Description = "Who reviews", Required = true, HelpName = "NAME" };
        var affiliation = new Option<string>("--affiliation") { Description = "The reviewer's organisation; none for none", Required = true, HelpName = "ORGANISATION" };
        var reason = CodeOption.For<ReviewReason>("--reason", "Why");
        var severity = new Option<int?>("--severity") { Description = "The lower severity, 1 to 5, with reduce", HelpName = "N" };
        var owner = new Option<string?>("--owner") { Description = "To whom it belongs, with reattribute", HelpName = "NAME" };
        var note = new Option<string?>("--note") { Description = "Free text", HelpName = "TEXT" };
        return new Command("add", "Adds a review; of one reviewer the latest counts, and needs_info takes an earlier one back") { flag, verdict, by, affiliation, reason, severity, owner, note }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            var id = FlagId.From(context.Value(flag)!);
            if (await app.Services.GetRequiredService<FlagQueries>().GetAsync(id, ct) is not { } view) throw new UsageException($"there is no flag '{id}'; hypewatch flags lists them");
            var entry = new ReviewEntry(
                id, context.Value(by)!.Trim(), context.Value(affiliation)!.Trim(), app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), Code<ReviewVerdict>.Parse(context.Value(verdict)!),
                context.Value(reason), context.Value(severity), context.Value(owner), context.Value(note));
            if (ReviewFile.Problem(entry) is { } problem) throw new UsageException($"the review {problem}".Replace("the review a ", "a ", StringComparison.Ordinal));
            if (entry is { Verdict: ReviewVerdict.Reduce, Severity: { } lower } && lower >= Math.Max(1, view.Flag.Severity)) throw new UsageException($"{id} has severity {view.Flag.Severity.ToString(CultureInfo.InvariantCulture)}: reduce names a lower one, or confirm it");
            var store = app.Services.GetRequiredService<ReviewStore>();
            await store.AddAsync([entry], ct);
            var standing = await store.StandingAsync(id, ct);
            if (context.Json) context.Out.Json(new AddAnswer(true, entry, standing));
            else
            {
                context.Out.Line($"{id}: {ClaimText.Words(standing!.Status)}, severity {standing.Severity.ToString(CultureInfo.InvariantCulture)}, {standing.Asserter}{(standing.Waiting is { } wait ? $"; {Words(wait)}" : "")}");
                if (AsserterNotice.IsDue(standing)) context.Out.Note($"to tell {standing.Asserter}: hypewatch review notice {id}");
            }

            return ExitCode.Ok;
        });
    }

    private static Command List()
    {
        var flag = new Argument<string?>("flag") { Description = "Id of a flag; all when it is left out", Arity = ArgumentArity.ZeroOrOne };
        return new Command("list", "The reviews, oldest first") { flag }.Does(async (context, ct) =>
        {
            var found = await ReadAsync(context, context.Value(flag), ct);
            if (context.Json) context.Out.Json(RowsAnswer<CodedReview>.Of(found, int.MaxValue));
            else
                foreach (var (entry, code) in found.Select(review => (review.Entry, review.Code)))
                    context.Out.Line(FormattableString.Invariant(
                        $"{entry.At:yyyy-MM-dd HH:mm} {entry.Flag} {code} {entry.Verdict.ToCode()}{(entry.Reason is { } reason ? $" ({reason.ToCode()})" : "")} by {entry.Reviewer}, {entry.Affiliation}{(entry.Note is { } note ? $": {note}" : "")}"));
            return found.Count > 0 ? ExitCode.Ok : ExitCode.NothingFound;
        });
    }

    private static Command Accuracy() => new Command("accuracy", "How often reviewers let each kind of flag stand, and how far reviewers agree").Does(async (context, ct) =>
    {
        var reviews = await ReadAsync(context, null, ct);
        var (codes, raters) = (ReviewAccuracy.ByCode(reviews), ReviewAccuracy.OfRaters(reviews));
        await using var app = await context.OpenForReadingAsync(ct, isQuiet: true);
        var waiting = app is null ? 0 : (await app.Services.GetRequiredService<PeriodQueries>().AwaitingReviewAsync(ct));
        if (context.Json) context.Out.Json(new AccuracyAnswer(true, codes, raters, waiting));
        else
        {
            context.Out.Table(
                ["code", "stood", "dismissed", "share", "95 % interval", "digest"],
                codes.Select(code => (IReadOnlyList<string>)
                [
                    code.Code, Number(code.Stood), Number(code.Dismissed), Share(code.Stood / (double)(code.Stood + code.Dismissed)), $"{Share(code.Interval.Low)} to {Share(code.Interval.High)}",
                    code.IsPaused ? "paused" : "shown",
                ]));
            foreach (var pair in raters)
                context.Out.Line(FormattableString.Invariant($"{pair.First} and {pair.Second}: {Count.Of(pair.Flags, "flag")}, agree on {Share(pair.Agreement)}, kappa {(pair.Kappa is { } kappa ? Share(kappa) : "undefined")}"));
            context.Out.Line($"{Count.Of(waiting, "flag")} of severity 4 or 5 awaiting a second review");
        }

        return codes.Count > 0 ? ExitCode.Ok : ExitCode.NothingFound;
    });

    private static Command Export()
    {
        var format = new Option<string>("--format") { Description = "csv or json", DefaultValueFactory = _ => "csv", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("csv", "json");
        return new Command("export", "Writes all reviews; review import reads them back") { format }.Does(async (context, ct) =>
        {
            var entries = (await ReadAsync(context, null, ct)).Select(review => review.Entry).ToList();
            if (context.Json || context.Value(format) == "json") context.Out.Json(entries);
            else context.Out.Line(ReviewFile.Csv(entries).TrimEnd());
            return entries.Count > 0 ? ExitCode.Ok : ExitCode.NothingFound;
        });
    }

    private static Command Import()
    {
        var file = new Argument<FileInfo>("file") { Description = "CSV or JSON as review export writes it" };
        return new Command("import", "Reads reviews from a file, each at most once") { file }.Does(async (context, ct) =>
        {
            var given = context.Value(file)!;
            if (!given.Exists) throw new UsageException($"there is no file {given.FullName}");
            var entries = ReviewFile.Read(given.Name, await File.ReadAllTextAsync(given.FullName, ct));
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            var added = await app.Services.GetRequiredService<ReviewStore>().AddAsync(entries, ct);
            if (context.Json) context.Out.Json(new ImportAnswer(true, entries.Count, added));
            else context.Out.Line($"{Count.Of(entries.Count, "review")} read, {Number(added)} new");
            return ExitCode.Ok;
        });
    }

    private static async Task<IReadOnlyList<CodedReview>> ReadAsync(CommandContext context, string? flag, CancellationToken ct)
    {
        await using var app = await context.OpenForReadingAsync(ct);
        return app is null ? [] : await app.Services.GetRequiredService<ReviewStore>().ListAsync(flag is null ? null : FlagId.From(flag), ct);
    }

    /// <summary>What a review waits for, in words.</summary>
    internal static string Words(ReviewWait wait) => wait switch
    {
        ReviewWait.SecondReview => "severity 4 and 5 need a second reviewer before a digest may show them",
        ReviewWait.IndependentReview => "it needs a reviewer who belongs neither to the asserter's organisation nor to a rival",
        _ => "reviewers differ, and a further one decides",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Share(double share) => share.ToString("0.00", CultureInfo.InvariantCulture);
}
