using System.CommandLine;
using HypeWatch.Literature;
using HypeWatch.Literature.Formats;
using HypeWatch.Model;
using HypeWatch.Pipeline;

namespace HypeWatch.App.Cli;

/// <summary>The verbs below <c>literature</c> that bring works into the base and out of it.</summary>
internal static class LiteratureWriting
{
    /// <summary>Origin of works that were named one by one.</summary>
    private const string ByHand = "added by hand";

    private sealed record ImportAnswer(bool Ok, int Read, int New, int Merged, int Unchanged, IReadOnlyList<RefusedEntry> Refused);

    private sealed record RefusedEntry(string File, int Line, string Reason);

    private sealed record ResolveAnswer(bool Ok, ReferenceReport References);

    private sealed record EmbedAnswer(bool Ok, int Works, int Made);

    private sealed record WorkAnswer(bool Ok, PriorWork Work);

    public static Command Import()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "BibTeX, RIS, CSL-JSON, Zotero RDF, or works of OpenAlex", Arity = ArgumentArity.OneOrMore };
        var format = CodeOption.For<BibliographyFormat>("--format", "Format, where the file does not tell");
        return new Command("import", "Takes works of bibliography files in; known ones are completed, never overwritten, and a second import changes nothing") { files, format }.Does(async (context, ct) =>
        {
            List<(string File, WorkEntries Found)> read = [];
            foreach (var file in context.Value(files)!)
            {
                if (!file.Exists) throw new UsageException($"no such file: {file}");
                try
                {
                    read.Add((file.Name, BibliographyFile.Read(await File.ReadAllTextAsync(file.FullName, ct), context.Value(format))));
                }
                catch (FormatException problem)
                {
                    throw new UsageException($"{file}: {problem.Message}");
                }
            }

            await using var app = context.Build();
            await app.Services.GetRequiredService<PrepareDatabase>().RunAsync(ct);
            var store = app.Services.GetRequiredService<PriorWorkStore>();
            var (fresh, merged, unchanged, count) = (0, 0, 0, 0);
            List<RefusedEntry> refused = [];
            foreach (var (file, found) in read)
            {
                var dated = found.Entries.Where(entry => entry.Published.NotAfter is not null).ToList();
                var result = WorkMerger.Merge(await store.ListAsync(ct), dated, file);
                await store.SaveAsync(result.Changed, ct);
                (fresh, merged, unchanged, count) = (fresh + result.New, merged + result.Merged, unchanged + result.Unchanged, count + found.Entries.Count + found.Problems.Count);
                refused.AddRange(found.Problems.Concat(found.Entries.Except(dated).Select(entry => new EntryProblem(entry.Line, FormattableString.Invariant($"the entry has no year from {BibliographyFile.FirstYear} to {BibliographyFile.LastYear}")))).OrderBy(problem => problem.Line).Select(problem => new RefusedEntry(file, problem.Line, problem.Reason)));
            }

            if (context.Json) context.Out.Json(new ImportAnswer(true, count, fresh, merged, unchanged, refused));
            else
            {
                context.Out.Line(FormattableString.Invariant($"{Count.Of(count, "work")} read: {fresh} new, {merged} completed, {unchanged} unchanged, {refused.Count} refused"));
                foreach (var entry in refused) context.Out.Line(FormattableString.Invariant($"  {entry.File}:{entry.Line}: {entry.Reason}"));
            }

            return count > refused.Count ? ExitCode.Ok : ExitCode.Failed;
        });
    }

    public static Command Add()
    {
        var title = new Option<string>("--title") { Description = "Title", Required = true, HelpName = "TEXT" };
        var year = new Option<int>("--year") { Description = "Year in which it became public", Required = true, HelpName = "YEAR" };
        var authors = new Option<string[]>("--author") { Description = "Author, 'Family, Given' or 'Given Family'; in order, once for each", HelpName = "NAME" };
        var (month, venue, doi, arxiv, url, text) = (Text("--month", "Month, 1 to 12"), Text("--venue", "Where it appeared"), Text("--doi", "DOI"), Text("--arxiv", "arXiv identifier"), Text("--url", "Address"), Text("--abstract", "Abstract"));
        var tags = new Option<string[]>("--tag") { Description = "Topic; once for each", HelpName = "TOPIC" };
        return new Command("add", "Adds a work, or completes it where it is known") { title, authors, year, month, venue, doi, arxiv, url, text, tags }.Does(async (context, ct) =>
        {
            var entry = new WorkEntry(1, context.Value(title)!, [.. (context.Value(authors) ?? []).Select(BibliographyFile.Family)], BibliographyFile.Date(FormattableString.Invariant($"{context.Value(year)}"), context.Value(month)))
            {
                Venue = context.Value(venue), Doi = context.Value(doi), Arxiv = context.Value(arxiv), Url = context.Value(url), Abstract = context.Value(text), Keywords = context.Value(tags) ?? [],
            };
            if (context.Value(year) is < BibliographyFile.FirstYear or > BibliographyFile.LastYear)
                throw new UsageException(FormattableString.Invariant($"--year: {context.Value(year)} is no year from {BibliographyFile.FirstYear} to {BibliographyFile.LastYear}"));
            if (context.Value(month) is { } given && entry.Published.Precision != DatePrecision.Month) throw new UsageException($"--month: '{given}' is no month, 1 to 12");
            Check(entry);
            await using var app = context.Build();
            await app.Services.GetRequiredService<PrepareDatabase>().RunAsync(ct);
            var store = app.Services.GetRequiredService<PriorWorkStore>();
            var known = await store.ListAsync(ct);
            var result = WorkMerger.Merge(known, [entry], ByHand);
            await store.SaveAsync(result.Changed, ct);
            var work = result.Changed.Concat(known).First(one => one.Id == result.Works[0]);
            if (context.Json) context.Out.Json(new WorkAnswer(true, work));
            else context.Out.Line(result.New > 0 ? $"added {work.Id}" : result.Merged > 0 ? $"completed {work.Id}" : "the work is known, and nothing about it is new");
            return ExitCode.Ok;
        });
    }

    /// <summary>Each identifier by itself, since a good one beside a bad one would hide it.</summary>
    private static void Check(WorkEntry entry)
    {
        var bare = new WorkEntry(1, entry.Title, entry.Authors, entry.Published);
        if (entry.Doi is { } doi && WorkMerger.ToWork(bare with { Doi = doi }, ByHand) is { Doi: null, Arxiv: null }) throw new UsageException($"--doi: '{doi}' is no DOI; one looks like 10.1000/182");
        if (entry.Arxiv is { } arxiv && WorkMerger.ToWork(bare with { Arxiv = arxiv }, ByHand).Arxiv is null) throw new UsageException($"--arxiv: '{arxiv}' is no arXiv identifier; one looks like 2104.07143");
        if (entry.Url is { } url && WorkMerger.ToWork(bare with { Url = url }, ByHand).Url is null) throw new UsageException($"--url: '{url}' is no address of the web; one begins with https://");
    }

    public static Command Resolve()
    {
        var limit = new Option<int>("--limit") { Description = "At most so many references are asked about", DefaultValueFactory = _ => 50, HelpName = "N" };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 10_000) result.AddError("--limit must lie between 1 and 10000");
        });
        return new Command("resolve", "Asks the bibliographic services for works that the reference lists of read documents name and the base does not know") { limit }.Does(async (context, ct) =>
        {
            await using var app = context.Build();
            await app.Services.GetRequiredService<PrepareDatabase>().RunAsync(ct);
            var report = await app.Services.GetRequiredService<ResolveReferences>().RunAsync(context.Value(limit), ct);
            if (context.Json) context.Out.Json(new ResolveAnswer(true, report));
            else
            {
                context.Out.Line(FormattableString.Invariant($"{Count.Of(report.Asked, "reference")} asked about: {report.Found} found, {report.Failed} could not be asked about; {report.Waiting} wait"));
                context.Out.Line(FormattableString.Invariant($"{report.Known} of {Count.Of(report.References, "reference")} in the documents mean a work of the base"));
                if (report.Problem is { } problem) context.Out.Line($"  {problem}");
            }

            return report is { Asked: > 0, Found: 0 } && report.Failed == report.Asked ? ExitCode.Failed : ExitCode.Ok;
        });
    }

    public static Command Verify()
    {
        var id = new Argument<string>("id") { Description = "Id of a work" };
        var by = new Option<string?>("--by") { Description = "Who saw title and identifier together", HelpName = "NAME" };
        var undo = new Option<bool>("--undo") { Description = "Takes it back" };
        return new Command("verify", "Says that title and identifier of a work were seen together; only such a work can raise a flag") { id, by, undo }.Does(async (context, ct) =>
        {
            if (string.IsNullOrWhiteSpace(context.Value(by)) && !context.Value(undo)) throw new UsageException("--by NAME says who saw them, or --undo takes it back");
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            var store = app.Services.GetRequiredService<PriorWorkStore>();
            if ((await store.ListAsync(ct)).FirstOrDefault(work => work.Id.Value == context.Value(id)) is not { } found)
            {
                context.Complain($"there is no work '{context.Value(id)}'; hypewatch literature WORDS finds works");
                return ExitCode.NothingFound;
            }

            if (found is { Doi: null, Arxiv: null, OpenReview: null, Url: null } && !context.Value(undo))
                throw new UsageException($"{found.Id} has no identifier that could be seen together with its title: hypewatch literature add with its --title, --author and --year, and with --doi, --arxiv or --url, completes it");
            await store.VerifyAsync(found.Id, context.Value(undo) ? null : context.Value(by), app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), ct);
            context.Remarks.Line(context.Value(undo) ? $"{found.Id} counts as unverified" : $"{found.Id} is verified by {context.Value(by)}; the next assessment reckons with it");
            if (context.Json) context.Out.Json(new WorkAnswer(true, (await store.ListAsync(ct)).First(work => work.Id == found.Id)));
            return ExitCode.Ok;
        });
    }

    public static Command Export()
    {
        var format = new Option<string>("--format") { Description = "bibtex, ris or csl-json", DefaultValueFactory = _ => "bibtex", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("bibtex", "ris", "csl-json");
        return new Command("export", "Writes all works of the base") { format }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            var works = app is null ? [] : await app.Services.GetRequiredService<PriorWorkStore>().ListAsync(ct);
            var chosen = context.Value(format) switch { "ris" => BibliographyFormat.Ris, "csl-json" => BibliographyFormat.CslJson, _ => BibliographyFormat.Bibtex };
            context.Out.Line(BibliographyWriter.Write(works, chosen).TrimEnd());
            return works.Count > 0 ? ExitCode.Ok : ExitCode.NothingFound;
        });
    }

    public static Command Embed()
    {
        var anew = new Option<bool>("--anew") { Description = "Makes all vectors, whatever is kept: the model behind the name has changed" };
        return new Command("embed", "Makes the vectors of works that have none yet, so that works are found by meaning too; needs Embeddings:Model") { anew }.Does(async (context, ct) =>
        {
            await using var app = context.Build();
            await app.Services.GetRequiredService<PrepareDatabase>().RunAsync(ct);
            var works = await app.Services.GetRequiredService<PriorWorkStore>().ListAsync(ct);
            var made = await app.Services.GetRequiredService<WorkVectors>().UpdateAsync(works, ct, context.Value(anew));
            if (context.Json) context.Out.Json(new EmbedAnswer(true, works.Count, made));
            else context.Out.Line(FormattableString.Invariant($"{Count.Of(works.Count, "work")}, {made} vectors made"));
            return ExitCode.Ok;
        });
    }

    private static Option<string?> Text(string name, string description) => new(name) { Description = description, HelpName = "TEXT" };
}
