using System.CommandLine;
using HypeWatch.Pipeline;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch redact</c>: takes the text of a document out, for good.</summary>
internal static class RedactCommand
{
    private sealed record RedactAnswer(bool Ok, RedactionReport Redaction);

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var id = new Argument<string>("id") { Description = "Id or address of a document, or id of a version (ver-...) or claim (clm-...) of it" };
        var reason = new Option<string>("--reason") { Description = "Why; this is shown where the text stood", Required = true, HelpName = "TEXT" };
        var by = new Option<string>("--by") { Description = "Who takes it out", Required = true, HelpName = "NAME" };
        return new Command("redact", "Take the text of a document out, for good: its hash and a note stay, and flags are computed anew") { id, reason, by }.Does(async (context, ct) =>
        {
            var (why, who) = (context.Value(reason)!.Trim(), context.Value(by)!.Trim());
            if (why.Length is 0 or > 500 || who.Length is 0 or > 80) throw new UsageException("redact: a reason has 1 to 500 characters, a name 1 to 80");
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null || await app.Services.GetRequiredService<RedactDocument>().RunAsync(context.Value(id)!, who, why, ct) is not { } report)
            {
                context.Complain($"there is no document, version or claim '{context.Value(id)}'");
                return ExitCode.NothingFound;
            }

            if (context.Json) context.Out.Json(new RedactAnswer(true, report));
            else context.Out.Line(FormattableString.Invariant($"{report.Title} ({report.Document.Value}): {Count.Of(report.Versions, "version")} and {Count.Of(report.Objects, "archived object")} taken out; {AssessmentText.Of(report.Assessment)}"));
            return ExitCode.Ok;
        });
    }
}
