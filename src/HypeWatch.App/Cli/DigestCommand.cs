using System.CommandLine;
using HypeWatch.App.Web;
using HypeWatch.Digests;
using HypeWatch.Digests.Delivery;
using HypeWatch.Digests.Subscribers;
using HypeWatch.Model;
using HypeWatch.Pipeline;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch digest</c>: what the weekly mail says, and to whom it went.</summary>
internal static class DigestCommand
{
    private static readonly string[] Formats = ["text", "html", "eml", "md", "json"];

    private sealed record Sent(bool Ok, string Week, string Subject, int Queued, DeliveryReport Delivery);

    private sealed record Ledger(bool Ok, IReadOnlyList<Mail> Mails);

    /// <summary>Makes the verb.</summary>
    public static Command Make() => new("digest", "The weekly digest") { Preview(), Send(), List(), Show(), Resend() };

    private static Command Preview()
    {
        var (week, format) = (Week(), Format());
        return new Command("preview", "Compose this week's digest and print it; nothing is kept or sent") { week, format }.Does(async (context, ct) =>
        {
            var period = WeekOf(context.Value(week));
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            WebSettings.ReadAsMailed(app.Services);
            var issue = await app.Services.GetRequiredService<PublishDigest>().PreviewAsync(period, ct);
            await PrintAsync(context, app.Services, issue, context.Value(format)!);
            return issue.IsNothingNew ? ExitCode.NothingFound : ExitCode.Ok;
        });
    }

    private static Command Send()
    {
        var week = Week();
        return new Command("send", "Compose the week's digest and send it to every reader who does not have it yet") { week }.Does(async (context, ct) =>
        {
            var period = WeekOf(context.Value(week));
            await using var app = context.Build();
            await app.Services.GetRequiredService<PrepareDatabase>().RunAsync(ct);
            WebSettings.ReadAsMailed(app.Services);
            var report = await app.Services.GetRequiredService<PublishDigest>().RunAsync(period, null, ct);
            var delivery = report.Delivery;
            if (context.Json) context.Out.Json(new Sent(delivery.Problem is null, report.Period.ToString(), report.Issue.Subject, report.Queued, delivery));
            else context.Out.Line(FormattableString.Invariant($"{report.Issue.Subject}: {Count.Of(report.Queued, "new mail")}; {delivery.Sent} sent, {delivery.Later} to be tried again, {delivery.Failed} refused, {delivery.Unknown} unknown, {delivery.Cancelled} cancelled"));
            if (delivery.Problem is not { } problem) return ExitCode.Ok;
            context.Complain($"{problem}. The mails wait, and are tried again.");
            return ExitCode.Failed;
        });
    }

    private static Command List()
    {
        var week = Week();
        return new Command("list", "The ledger: which mail stands where, and what the server said") { week }.Does(async (context, ct) =>
        {
            var period = WeekOf(context.Value(week));
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            var mails = await app.Services.GetRequiredService<MailLedger>().ListAsync(period?.ToString(), null, null, 10_000, ct);
            if (context.Json) context.Out.Json(new Ledger(true, mails));
            else if (mails.Count == 0) context.Out.Line("No mail was noted yet.");
            else context.Out.Table(["period", "kind", "recipient", "state", "tries", "answer"], mails.Select(mail => (IReadOnlyList<string>)[mail.Period, mail.Kind.ToCode(), mail.Recipient, mail.State.ToCode(), FormattableString.Invariant($"{mail.Attempts}"), mail.Answer ?? ""]));
            return mails.Count == 0 ? ExitCode.NothingFound : ExitCode.Ok;
        });
    }

    private static Command Show()
    {
        var (week, format) = (new Argument<string>("week") { Description = "ISO week, such as 2026-W20, or day of an urgent digest" }, Format());
        return new Command("show", "Print a digest as it was sent") { week, format }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null || await app.Services.GetRequiredService<DigestStore>().FindAsync(DigestStore.IdOf(context.Value(week)!), ct) is not { } issue)
            {
                context.Complain($"there is no digest '{context.Value(week)}'; hypewatch digest list names what was sent");
                return ExitCode.NothingFound;
            }

            await PrintAsync(context, app.Services, issue, context.Value(format)!);
            return ExitCode.Ok;
        });
    }

    private static Command Resend()
    {
        var to = new Option<string>("--to") { Description = "Whose mail", Required = true, HelpName = "ADDRESS" };
        var week = Week();
        return new Command("resend", "Send a digest again to one reader, with the same Message-ID") { to, week }.Does(async (context, ct) =>
        {
            var period = WeekOf(context.Value(week));
            await using var app = await context.OpenForReadingAsync(ct);
            var mails = app is null ? [] : await app.Services.GetRequiredService<MailLedger>().ListAsync(period?.ToString(), null, SubscriberStore.Bare(context.Value(to)!), 100, ct);
            if (app is null || mails.FirstOrDefault(mail => mail.Digest is not null) is not { } found || !await app.Services.GetRequiredService<PublishDigest>().ResendAsync(found, ct))
            {
                context.Complain($"no digest to send again to '{context.Value(to)}': none was noted, or it is on its way");
                return ExitCode.NothingFound;
            }

            var report = await app.Services.GetRequiredService<MailDelivery>().RunAsync(ct);
            if (report.Problem is { } problem) context.Complain(problem);
            if (context.Json) context.Out.Json(report);
            else context.Out.Line(FormattableString.Invariant($"{found.Period} to {found.Recipient}: {report.Sent} sent, {report.Later} to be tried again, {report.Failed} refused"));
            return report is { Problem: null, Failed: 0 } ? ExitCode.Ok : ExitCode.Failed;
        });
    }

    private static async Task PrintAsync(CommandContext context, IServiceProvider services, DigestIssue issue, string format)
    {
        switch (context.Json ? "json" : format)
        {
            case "json": context.Out.Json(issue); break;
            case "html": context.Out.Line(await services.GetRequiredService<IDigestPage>().RenderAsync(issue, [], null)); break;
            case "md": context.Out.Line(DigestMarkdownRenderer.Render(issue)); break;
            case "eml": context.Out.Line(services.GetRequiredService<MailWriter>().Write(issue.UrgentDay is null ? MailKind.Weekly : MailKind.Urgent, DigestSettings.Nobody, null, await services.GetRequiredService<DigestDrawing>().DrawAsync(issue), issue.MadeAt).Message.ReplaceLineEndings("\n")); break;
            default: context.Out.Line(DigestTextRenderer.Render(issue)); break;
        }
    }

    private static Option<string?> Week() => new("--week") { Description = "ISO week, such as 2026-W20 (default: the present one)", HelpName = "WEEK" };

    private static Option<string> Format()
    {
        var format = new Option<string>("--format") { Description = "text, html, eml, md or json", HelpName = "FORMAT", DefaultValueFactory = _ => Formats[0] };
        format.AcceptOnlyFromAmong(Formats);
        return format;
    }

    private static DigestPeriod? WeekOf(string? text) =>
        text is null ? null : DigestPeriod.TryParse(text, out var period) ? period : throw new UsageException($"--week: '{text}' is no ISO week such as 2026-W20");
}
