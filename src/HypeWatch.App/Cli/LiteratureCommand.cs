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
        var words = new Argument<string[]>("words") { Description = "Words that must all stand in title, authors, summary or tags", Arity = ArgumentArity.OneOrMore };
        var limit = Paging.Limit(20);
        return new Command("literature", "Find prior works, the best match first") { words, limit }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            var most = context.Value(limit);
            var found = app is null ? [] : await app.Services.GetRequiredService<PriorWorkStore>().SearchAsync(string.Join(' ', context.Value(words)!), most + 1, ct);
            if (context.Json) context.Out.Json(RowsAnswer<PriorWork>.Of(found, most));
            else
                foreach (var work in found.Take(most)) Print(context.Out, work);

            if (found.Count > 0) return ExitCode.Ok;
            if (!context.Json) context.Complain("no prior work matches");
            return ExitCode.NothingFound;
        });
    }

    private static void Print(Terminal terminal, PriorWork work)
    {
        terminal.Heading(FormattableString.Invariant($"{work.Title} ({work.Year})"));
        terminal.Note($"{string.Join(", ", work.Authors)}{(work.Venue is { } venue ? $"; {venue}" : "")}{(work.PeerReviewed ? "; peer reviewed" : "")}; public since {work.FirstPublic:yyyy-MM-dd}");
        terminal.Note(work.Summary);
        terminal.Note($"{work.Id}{(work.Url is { } url ? $" {url}" : "")}");
        terminal.Line();
    }
}
