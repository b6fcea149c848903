using System.CommandLine;
using HypeWatch.App.Tables;
using HypeWatch.Archiving;
using HypeWatch.Model;
using HypeWatch.Pipeline;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch export</c>: what was archived, in the formats of others.</summary>
internal static class ExportCommand
{
    private sealed record Exported(bool Ok, string Directory, IReadOnlyDictionary<string, long> Rows);

    private sealed record Written(bool Ok, string File, int Fetches);

    /// <summary>Makes the verb.</summary>
    public static Command Make() => new("export", "Give out what was archived, in the formats of others") { Warc(), Snapshot(), Reviews() };

    private static Command Snapshot()
    {
        var output = new Option<DirectoryInfo?>("--out", "-o") { Description = "Folder to write, missing or empty; hypewatch-DATE when left out", HelpName = "DIR" };
        return new Command("snapshot", "Write the documented views as one SQLite file and as CSV, with a description; no archived text, mail address or private name") { output }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            var folder = context.Value(output)?.FullName ?? $"hypewatch-{app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}";
            var report = await app.Services.GetRequiredService<ExportSnapshot>().RunAsync(folder, typeof(Archive).Assembly.GetName().Version!.ToString(3), ct);
            if (context.Json) context.Out.Json(new Exported(true, report.Directory, report.Rows));
            else
            {
                context.Out.Table(["table", "rows"], report.Rows.Select(pair => (IReadOnlyList<string>)[pair.Key, FormattableString.Invariant($"{pair.Value}")]));
                context.Out.Line($"written to {report.Directory}");
            }

            return ExitCode.Ok;
        });
    }

    private static Command Reviews() => new Command("claimreview", "Print confirmed flags as ClaimReview of schema.org (JSON-LD)").Does(async (context, ct) =>
    {
        await using var app = await context.OpenForReadingAsync(ct);
        if (app is null) return ExitCode.NothingFound;
        var (document, _, next) = await app.Services.GetRequiredService<ClaimReviews>().FindAsync([new("_size", "max")], TableOptions.Root(app.Services), ct, Paging.MostRows);
        context.Out.Line(document.ToJsonString(ModelJson.Indented));
        if (next is not null) context.Complain($"there are more than {Paging.MostRows}: ask /flags.jsonld page by page");
        return document["@graph"]!.AsArray().Count > 0 ? ExitCode.Ok : ExitCode.NothingFound;
    });

    private static Command Warc()
    {
        var document = new Argument<string?>("document") { Description = "Address of a document; all documents when left out", Arity = ArgumentArity.ZeroOrOne };
        var output = new Option<FileInfo>("--out", "-o") { Description = "File to write", DefaultValueFactory = _ => new FileInfo("hypewatch.warc.gz") };
        return new Command("warc", "Write fetches with their headers as a WARC 1.1 file") { document, output }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            var key = context.Value(document) is { } wanted ? CanonicalUrl.Of(wanted) : null;
            var fetches = await app.Services.GetRequiredService<SnapshotStore>().FetchesAsync(key, ct);
            if (fetches.Count == 0)
            {
                context.Complain(key is null ? "nothing was fetched from the web yet" : $"'{key}' was never fetched from the web");
                return ExitCode.NothingFound;
            }

            var archive = app.Services.GetRequiredService<Archive>();
            var file = context.Value(output)!;
            await using (var stream = file.Create())
            {
                var writer = new WarcWriter(stream, "HypeWatch " + typeof(Archive).Assembly.GetName().Version?.ToString(3));
                await writer.WriteInfoAsync(app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), ct);
                foreach (var fetch in fetches) await writer.WriteAsync(fetch, await archive.ReadAsync(fetch.Sha256, ct), ct);
            }

            if (context.Json) context.Out.Json(new Written(true, file.FullName, fetches.Count));
            else context.Out.Line(FormattableString.Invariant($"{fetches.Count} fetches written to {file.FullName}"));
            return ExitCode.Ok;
        });
    }
}
