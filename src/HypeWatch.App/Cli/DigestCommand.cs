using System.CommandLine;
using HypeWatch.Digests;
using HypeWatch.Pipeline;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch digest</c>: what the weekly mail says.</summary>
internal static class DigestCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Make() => new("digest", "The weekly digest")
    {
        new Command("preview", "Compose this week's digest and print it; nothing is written or sent").Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            var issue = await app.Services.GetRequiredService<PublishDigest>().PreviewAsync(ct);
            if (context.Json) context.Out.Json(issue);
            else context.Out.Line(DigestTextRenderer.Render(issue));
            return issue.IsNothingNew ? ExitCode.NothingFound : ExitCode.Ok;
        }),
    };
}
