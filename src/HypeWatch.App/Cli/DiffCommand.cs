using System.CommandLine;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Reading;
using HypeWatch.Sources;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch diff</c>: what changed between two versions of a document, word by word.</summary>
internal static class DiffCommand
{
    private const int ShownContext = 60;

    private sealed record Answer(bool Ok, string Document, StoredVersion Before, StoredVersion After, int Removed, int Added, IReadOnlyList<WordRun> Runs);

    private sealed record ClaimsAnswer(bool Ok, string Document, StoredVersion Before, StoredVersion After, IReadOnlyList<ClaimChange> Changes);

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var ofClaims = new Option<bool>("--claims") { Description = "Only the claims: softened, strengthened, reworded, with another number, removed, added" };
        var document = new Argument<string>("document") { Description = "Address, file or id of a document" };
        var before = new Argument<string?>("v1") { Description = "Id or number (from 1) of the earlier version; the last but one when left out", Arity = ArgumentArity.ZeroOrOne };
        var after = new Argument<string?>("v2") { Description = "Id or number of the later version; the last one when left out", Arity = ArgumentArity.ZeroOrOne };
        return new Command("diff", "What changed between two versions of a document, word by word") { document, before, after, ofClaims }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            var store = app.Services.GetRequiredService<VersionStore>();
            var wanted = context.Value(document)!;
            var versions = await store.OfDocumentAsync(wanted, ct);
            if (versions.Count == 0) versions = await store.OfDocumentAsync(CanonicalUrl.Of(wanted), ct);
            if (versions.Count == 0 && File.Exists(wanted) && (await LocalInput.ExpandAsync(wanted, ct)).Items is [var file]) versions = await store.OfDocumentAsync(file.Key, ct);
            var first = Pick(versions, context.Value(before), versions.Count - 2);
            var second = Pick(versions, context.Value(after), versions.Count - 1);
            if (first is null || second is null)
            {
                context.Complain(versions.Count switch
                {
                    0 => $"no document '{wanted}' was read",
                    1 => $"'{wanted}' was read in one version only",
                    _ => FormattableString.Invariant($"'{wanted}' has the versions 1 to {versions.Count}"),
                });
                return ExitCode.NothingFound;
            }

            if (context.Value(ofClaims))
            {
                var changes = await app.Services.GetRequiredService<VersionClaims>().BetweenAsync(first.Id, second.Id, ct) ?? [];
                if (context.Json) context.Out.Json(new ClaimsAnswer(true, first.Title, first, second, changes));
                else Print(context.Out, first, second, changes);
                return ExitCode.Ok;
            }

            var runs = WordDiff.Between((await store.LoadAsync(first.Id.Value, ct))!.Text, (await store.LoadAsync(second.Id.Value, ct))!.Text);
            var answer = new Answer(true, first.Title, first, second, WordsIn(runs, WordChange.Removed), WordsIn(runs, WordChange.Added), runs);
            if (context.Json) context.Out.Json(answer);
            else Print(context.Out, answer);
            return ExitCode.Ok;
        });
    }

    private static void Print(Terminal terminal, StoredVersion before, StoredVersion after, IReadOnlyList<ClaimChange> changes)
    {
        terminal.Line(before.Title);
        terminal.Line(FormattableString.Invariant($"{before.FetchedAt:yyyy-MM-dd HH:mm} -> {after.FetchedAt:yyyy-MM-dd HH:mm} UTC: {Count.Of(changes.Count, "claim")} changed"));
        foreach (var change in changes)
        {
            terminal.Line(ClaimText.Words(change.Kind));
            if (change.Before is { } old) terminal.Line("  [-] " + old.Quote.ReplaceLineEndings(" "));
            if (change.After is { } now) terminal.Line("  [+] " + now.Quote.ReplaceLineEndings(" "));
            foreach (var words in change.Changes) terminal.Note($"{ClaimText.Words(words.Axis)}: {words.Upstream} -> {words.Downstream}");
        }
    }

    private static StoredVersion? Pick(IReadOnlyList<StoredVersion> versions, string? wanted, int otherwise)
    {
        var index = wanted is null ? otherwise : int.TryParse(wanted, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number - 1 : versions.ToList().FindIndex(version => version.Id.Value == wanted);
        return index >= 0 && index < versions.Count ? versions[index] : null;
    }

    private static int WordsIn(IReadOnlyList<WordRun> runs, WordChange change) => runs.Where(run => run.Change == change).Sum(run => run.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

    private static void Print(Terminal terminal, Answer answer)
    {
        terminal.Line(answer.Document);
        terminal.Line(FormattableString.Invariant($"{answer.Before.FetchedAt:yyyy-MM-dd HH:mm} -> {answer.After.FetchedAt:yyyy-MM-dd HH:mm} UTC: {answer.Removed} words removed, {answer.Added} added"));
        foreach (var run in answer.Runs)
        {
            var words = run.Text.ReplaceLineEndings(" ");
            terminal.Line(run.Change switch
            {
                WordChange.Removed => "  [-] " + words,
                WordChange.Added => "  [+] " + words,
                _ => "      " + (words.Length <= ShownContext * 2 ? words : $"{words[..ShownContext]} ... {words[^ShownContext..]}"),
            });
        }
    }
}
