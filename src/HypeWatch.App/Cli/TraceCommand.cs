using System.CommandLine;
using HypeWatch.Archiving;
using HypeWatch.Claims;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Reading;
using HypeWatch.Sources;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch trace</c>: what each stage did with a document: what went in, what came out, by which rules, how long it took.</summary>
internal static class TraceCommand
{
    private sealed record Answer(bool Ok, QueuedItem Item, Snapshot? Snapshot, IReadOnlyList<StageRun> Runs, TextFacts? Text, ExtractionTally? Extraction);

    private sealed record TextFacts(VersionId Version, string Title, string Kind, string Published, string ExtractionMethod, int Characters, int Passages, int References, int Links, IReadOnlyList<PageFinding> Findings);

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var wanted = new Argument<string>("document") { Description = "Address, file, or id of a document or version" };
        return new Command("trace", "What each stage did with a document") { wanted }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            var item = app is null ? null : await FindAsync(app.Services, context.Value(wanted)!, ct);
            if (item is null)
            {
                context.Complain($"no document '{context.Value(wanted)}' was ever announced or added");
                return ExitCode.NothingFound;
            }

            var answer = await ReadAsync(app!.Services, item, ct);
            if (context.Json) context.Out.Json(answer);
            else Print(context.Out, answer);
            return ExitCode.Ok;
        });
    }

    private static async Task<QueuedItem?> FindAsync(IServiceProvider services, string wanted, CancellationToken ct)
    {
        var queue = services.GetRequiredService<ItemQueue>();
        if (await queue.FindAsync(wanted, ct) is { } byKey) return byKey;
        if (await queue.FindAsync(CanonicalUrl.Of(wanted), ct) is { } byAddress) return byAddress;
        if (File.Exists(wanted) && (await LocalInput.ExpandAsync(wanted, ct)).Items is [var file] && await queue.FindAsync(file.Key, ct) is { } byFile) return byFile;
        return (await queue.ListAsync(ct)).FirstOrDefault(item => item.Document?.Value == wanted || item.Version?.Value == wanted || item.Item.Url == wanted);
    }

    private static async Task<Answer> ReadAsync(IServiceProvider services, QueuedItem item, CancellationToken ct)
    {
        var log = services.GetRequiredService<StageLog>();
        var snapshot = await services.GetRequiredService<SnapshotStore>().LatestAsync(item.Item.Key, ct);
        var runs = snapshot is null ? [] : (await log.RunsAsync(snapshot.Id.Value, ct)).ToList();
        // Of several versions of a stage the last one's output leads on.
        var id = runs.FindLast(run => run.Output is not null)?.Output ?? item.Version?.Value;
        if (id is null) return new(true, item, snapshot, runs, null, null);
        runs.AddRange(await log.RunsAsync(id, ct));
        var version = await services.GetRequiredService<VersionStore>().LoadAsync(id, ct);
        var facts = version is null ? null : new TextFacts(
            version.Id, version.Document.Title, version.Document.Kind.ToCode(), version.Document.Published.ToString(), version.ExtractionMethod, version.Text.Length,
            version.Passages.Count, version.References.Count, version.Links.Count, version.Findings);
        return new(true, item, snapshot, runs, facts, (await services.GetRequiredService<ClaimStore>().LoadAsync(id, ct))?.Tally);
    }

    private static void Print(Terminal terminal, Answer answer)
    {
        terminal.Heading(answer.Text?.Title ?? answer.Item.Item.DocumentUrl);
        terminal.Note($"{answer.Item.Item.DocumentUrl}, announced by {answer.Item.Item.Source}");
        terminal.Note(FormattableString.Invariant($"state: {ClaimText.Words(answer.Item.State)}{(answer.Item.Reason is { } reason ? $" at {answer.Item.Stage}: {reason}" : "")}, {Count.Of(answer.Item.Attempts, "attempt")}"));
        if (answer.Snapshot is { } snapshot) terminal.Note(FormattableString.Invariant($"archived: {snapshot.Length} bytes, {snapshot.ContentType}, sha256 {snapshot.Sha256}, {snapshot.FetchedAt:yyyy-MM-dd HH:mm} UTC"));
        if (answer.Text is { } text)
        {
            terminal.Note(
                $"read: {text.Kind}, {text.Published}, by {text.ExtractionMethod}: {Count.Of(text.Characters, "character")}, {Count.Of(text.Passages, "passage")}, {Count.Of(text.References, "reference")}, {Count.Of(text.Links, "link")}, version {text.Version}");
            foreach (var finding in text.Findings) terminal.Note($"left out: {finding.Kind}: {Terminal.Shorten(finding.Text, 120)}");
        }

        if (answer.Extraction is { } tally)
            terminal.Note(FormattableString.Invariant($"claims by {tally.Engine}: {tally.Proposed} proposed, {tally.NotVerbatim} not verbatim, {tally.Malformed} malformed{(tally.Note is { } note ? "; " + note : "")}"));
        terminal.Table(
            ["stage", "version", "in", "outcome", "out", "ms"],
            answer.Runs.Select(run => (IReadOnlyList<string>)[run.Stage, Terminal.Shorten(run.StageVersion, 24), run.Input, run.Outcome + (run.Reason is { } why ? $": {why}" : ""), run.Output ?? "", FormattableString.Invariant($"{run.Millis}")]));
    }
}
