using System.CommandLine;
using HypeWatch.Literature;
using HypeWatch.Model;
using HypeWatch.Pipeline;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch literature</c>: the prior-work base.</summary>
internal static class LiteratureCommand
{
    private sealed record ShowAnswer(bool Ok, PriorWork Work, IReadOnlyList<WorkMention> Releases);

    /// <summary>Makes the verb; words alone search.</summary>
    public static Command Make()
    {
        var (command, words) = Searching("literature", "Prior works: finds them by words, the best match first; search, show, for, hazards, add, import, resolve, verify, export, embed");
        words.Arity = ArgumentArity.ZeroOrMore;
        command.Add(Searching("search", "Finds prior works, the best match first").Command);
        command.Add(Show());
        command.Add(For());
        command.Add(Hazards());
        command.Add(LiteratureWriting.Add());
        command.Add(LiteratureWriting.Import());
        command.Add(LiteratureWriting.Resolve());
        command.Add(LiteratureWriting.Verify());
        command.Add(LiteratureWriting.Export());
        command.Add(LiteratureWriting.Embed());
        return command;
    }

    private static (Command Command, Argument<string[]> Words) Searching(string name, string description)
    {
        var words = new Argument<string[]>("words") { Description = "Words of title, authors, summary, abstract or topics, or a sentence; works that hold more of them come first", Arity = ArgumentArity.OneOrMore };
        var (limit, before) = (Paging.Limit(20), new Option<string?>("--public-by") { Description = "Only works that were public on this day (yyyy-MM-dd)", HelpName = "DAY" });
        var files = new FileOptions();
        return (files.To(new Command(name, description) { words, limit, before }).Does(async (context, ct) =>
        {
            var asked = string.Join(' ', context.Value(words)!);
            if (files.AreAsked(context))
            {
                var day = DayOption.Of(context.Value(before), "--public-by");
                KeyValuePair<string, string>[] pairs = [new("q", asked), new("first_public__lte", day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "")];
                return await files.RunAsync(context, tables => tables.Works, pairs, limit, ct);
            }

            if (asked.Length == 0) throw new UsageException("name words to look for, or one of search, show, for, hazards, add, import, resolve, verify, export, embed");
            await using var app = await context.OpenForReadingAsync(ct);
            var most = context.Value(limit);
            var found = app is null ? [] : await app.Services.GetRequiredService<WorkSearch>().FindAsync(new(asked, most + 1) { PublicBy = DayOption.Of(context.Value(before), "--public-by") }, ct);
            if (context.Json) context.Out.Json(RowsAnswer<FoundWork>.Of(found, most));
            else
                foreach (var work in found.Take(most)) WorkText.Print(context.Out, work);

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

    private static Command For()
    {
        var (id, limit) = (new Argument<string>("id") { Description = "Id of a claim (clm-...) or of a release (rel-...)" }, Paging.Limit(20));
        return new Command("for", "Earlier works that bear on a claim or a release, cited and left out, each with its reasons and what contests it; of a claim also what works say for and against it, and its priority qualifier by qualifier") { id, limit }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            if (await app.Services.GetRequiredService<RelatedWorks>().ForAsync(context.Value(id)!, context.Value(limit), ct) is not { } found)
            {
                context.Complain($"there is no claim and no release '{context.Value(id)}'");
                return ExitCode.NothingFound;
            }

            var sides = await app.Services.GetRequiredService<WeighLiterature>().ForAsync(new(context.Value(id)!), ct);
            if (context.Json) context.Out.Json(new LiteratureAnswer(true, found, sides));
            else WorkText.Print(context.Out, found, sides);
            return found.Works.Count > 0 ? ExitCode.Ok : ExitCode.NothingFound;
        });
    }

    private static Command Hazards()
    {
        var words = new Argument<string[]>("text") { Description = "A text; the hazards of the methods that it names. Without one, all", Arity = ArgumentArity.ZeroOrMore };
        return new Command("hazards", "The register of hazards: which works must be considered when a method is used") { words }.Does((context, _) =>
        {
            using var app = context.Build();
            var register = app.Services.GetRequiredService<HazardRegister>();
            var text = string.Join(' ', context.Value(words)!);
            var hits = text.Length > 0 ? register.Find(text) : [.. register.All.Select(hazard => new HazardHit(hazard, []))];
            if (context.Json) context.Out.Json(RowsAnswer<HazardHit>.Of(hits, int.MaxValue));
            else
                foreach (var (hazard, named) in hits)
                {
                    context.Out.Heading($"{hazard.Name} ({hazard.Id}){(named.Count > 0 ? $": {string.Join(", ", named)}" : "")}");
                    context.Out.Note(hazard.Why);
                    context.Out.Note($"{string.Join(", ", hazard.Works)}; {string.Join(", ", hazard.Codes)}");
                }

            return Task.FromResult(hits.Count > 0 ? ExitCode.Ok : ExitCode.NothingFound);
        });
    }
}
