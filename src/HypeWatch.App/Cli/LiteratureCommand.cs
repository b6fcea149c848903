using System.CommandLine;
using HypeWatch.Literature;
using HypeWatch.Model;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch literature</c>: finds prior works, best match first.</summary>
internal static class LiteratureCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var words = new Argument<string[]>("words") { Description = "Words of title, authors, summary or tags, or a sentence; works that hold more of them come first", Arity = ArgumentArity.OneOrMore };
        var limit = Paging.Limit(20);
        return new Command("literature", "Find prior works, the best match first") { words, limit }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            var most = context.Value(limit);
            var found = app is null ? [] : await app.Services.GetRequiredService<WorkSearch>().FindAsync(new(string.Join(' ', context.Value(words)!), most), ct);
            if (context.Json) context.Out.Json(RowsAnswer<FoundWork>.Of(found, most));
            else
                foreach (var work in found) Print(context.Out, work);

            if (found.Count > 0) return ExitCode.Ok;
            if (!context.Json) context.Complain("no prior work matches");
            return ExitCode.NothingFound;
        });
    }

    private static void Print(Terminal terminal, FoundWork found)
    {
        var work = found.Work;
        terminal.Heading(FormattableString.Invariant($"{work.Title} ({work.Year})"));
        terminal.Note($"{string.Join(", ", work.Authors)}{(work.Venue is { } venue ? $"; {venue}" : "")}{(work.PeerReviewed ? "; peer reviewed" : "")}; public since {work.FirstPublic:yyyy-MM-dd}");
        terminal.Note(work.Summary);
        terminal.Note($"{work.Id}{(work.Url is { } url ? $" {url}" : "")}");
        terminal.Note($"found by {string.Join("; ", found.Reasons)}");
        terminal.Line();
    }
}
