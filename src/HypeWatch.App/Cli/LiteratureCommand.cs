using System.CommandLine;
using HypeWatch.Literature;
using HypeWatch.Model;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch literature</c>: the prior-work base.</summary>
internal static class LiteratureCommand
{
    private sealed record ShowAnswer(bool Ok, PriorWork Work, IReadOnlyList<WorkMention> Releases);

    /// <summary>Makes the verb; words alone search.</summary>
    public static Command Make()
    {
        var (command, words) = Searching("literature", "Prior works: finds them by words, the best match first; search, show, add, import, verify, export, hazards");
        words.Arity = ArgumentArity.ZeroOrMore;
        command.Add(Searching("search", "Finds prior works, the best match first").Command);
        command.Add(Show());
        command.Add(LiteratureWriting.Add());
        command.Add(LiteratureWriting.Import());
        command.Add(LiteratureWriting.Verify());
        command.Add(LiteratureWriting.Export());
        return command;
    }

    private static (Command Command, Argument<string[]> Words) Searching(string name, string description)
    {
        var words = new Argument<string[]>("words") { Description = "Words of title, authors, summary, abstract or topics, or a sentence; works that hold more of them come first", Arity = ArgumentArity.OneOrMore };
        var (limit, before) = (Paging.Limit(20), new Option<string?>("--public-by") { Description = "Only works that were public on this day (yyyy-MM-dd)", HelpName = "DAY" });
        return (new Command(name, description) { words, limit, before }.Does(async (context, ct) =>
        {
            var asked = string.Join(' ', context.Value(words)!);
            if (asked.Length == 0) throw new UsageException("name words to look for, or one of search, show, add, import, verify, export");
            await using var app = await context.OpenForReadingAsync(ct);
            var most = context.Value(limit);
            var found = app is null ? [] : await app.Services.GetRequiredService<WorkSearch>().FindAsync(new(asked, most) { PublicBy = DayOption.Of(context.Value(before), "--public-by") }, ct);
            if (context.Json) context.Out.Json(RowsAnswer<FoundWork>.Of(found, most));
            else
                foreach (var work in found) WorkText.Print(context.Out, work);

            if (found.Count > 0) return ExitCode.Ok;
            if (!context.Json) context.Complain("no prior work matches");
            return ExitCode.NothingFound;
        }), words);
    }

    private static Command Show()
    {
        var id = new Argument<string>("id") { Description = "Id of a work" };
        return new Command("show", "Shows a work: all that is known of it, what contests it, and the releases that cite or leave it out") { id }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            var store = app.Services.GetRequiredService<PriorWorkStore>();
            var works = await store.ListAsync(ct);
            if (works.FirstOrDefault(work => work.Id.Value == context.Value(id)) is not { } found)
            {
                context.Complain($"there is no work '{context.Value(id)}'; hypewatch literature WORDS finds works");
                return ExitCode.NothingFound;
            }

            var mentions = await store.MentionsAsync(found.Id, ct);
            if (context.Json) context.Out.Json(new ShowAnswer(true, found, mentions));
            else WorkText.PrintWhole(context.Out, found, works, mentions);
            return ExitCode.Ok;
        });
    }
}
