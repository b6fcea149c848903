using System.CommandLine;
using HypeWatch.Model;
using HypeWatch.Reading;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch diff</c>: what changed between two versions of a document, word by word.</summary>
internal static class DiffCommand
{
    private const int ShownContext = 60;

    private sealed record Answer(bool Ok, string Document, StoredVersion Before, StoredVersion After, int Removed, int Added, IReadOnlyList<WordRun> Runs);

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var document = new Argument<string>("document") { Description = "Address or id of a document" };
        var before = new Argument<string?>("v1") { Description = "Id or number (from 1) of the earlier version; the last but one when left out", Arity = ArgumentArity.ZeroOrOne };
        var after = new Argument<string?>("v2") { Description = "Id or number of the later version; the last one when left out", Arity = ArgumentArity.ZeroOrOne };
        return new Command("diff", "What changed between two versions of a document, word by word") { document, before, after }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            var store = app.Services.GetRequiredService<VersionStore>();
            var wanted = context.Value(document)!;
            var versions = await store.OfDocumentAsync(wanted, ct);
            if (versions.Count == 0) versions = await store.OfDocumentAsync(CanonicalUrl.Of(wanted), ct);
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

            var runs = WordDiff.Between((await store.LoadAsync(first.Id.Value, ct))!.Text, (await store.LoadAsync(second.Id.Value, ct))!.Text);
            var answer = new Answer(true, first.Title, first, second, Count(runs, WordChange.Removed), Count(runs, WordChange.Added), runs);
            if (context.Json) context.Out.Json(answer);
            else Print(context.Out, answer);
            return ExitCode.Ok;
        });
    }

    private static StoredVersion? Pick(IReadOnlyList<StoredVersion> versions, string? wanted, int otherwise)
    {
        var index = wanted is null ? otherwise : int.TryParse(wanted, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number - 1 : versions.ToList().FindIndex(version => version.Id.Value == wanted);
        return index >= 0 && index < versions.Count ? versions[index] : null;
    }

    private static int Count(IReadOnlyList<WordRun> runs, WordChange change) => runs.Where(run => run.Change == change).Sum(run => run.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);

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
