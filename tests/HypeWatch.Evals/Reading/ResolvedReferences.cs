using System.CommandLine;
using HypeWatch.Evals.Bench;
using HypeWatch.Evals.Replay;
using HypeWatch.Http;
using HypeWatch.Literature;
using HypeWatch.Literature.Formats;
using HypeWatch.Model;
using HypeWatch.Sources;
using HypeWatch.Sources.Apis;

namespace HypeWatch.Evals.Reading;

/// <summary>
/// <c>resolved --papers DIR --api DIR</c>: how many entries of the reference lists of documents mean a work of the built-in base, or one that recorded answers of bibliographic services
/// describe; and a seeded sample of the matches, for a person to judge.
/// </summary>
internal static class ResolvedReferences
{
    private static readonly DateOnly Recorded = new(2026, 11, 1);

    public static Command Make()
    {
        var papers = new Option<DirectoryInfo>("--papers") { Description = "folder of documents", Required = true };
        var api = new Option<DirectoryInfo?>("--api") { Description = "folder of recorded answers, one folder a service" };
        var sample = new Option<int>("--sample") { Description = "number of matches to print", DefaultValueFactory = _ => 0 };
        var command = new Command("resolved", "Share of references that mean a known work, and a sample of the matches") { papers, api, sample };
        command.SetAction(async (parse, ct) => await RunAsync(parse.GetValue(papers)!, parse.GetValue(api), parse.GetValue(sample), ct));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo papers, DirectoryInfo? api, int sample, CancellationToken ct)
    {
        var known = LiteratureFile.Load();
        var recorded = api is null ? [] : await RecordsAsync(api, ct);
        var entries = recorded.Select(record => FoundReference.EntryOf(record, Recorded)).OfType<WorkEntry>().ToList();
        var all = WorkMerger.Merge(known, entries, "recorded");
        IReadOnlyList<PriorWork> works = [.. known.ExceptBy(all.Changed.Select(work => work.Id), work => work.Id), .. all.Changed];
        var (seed, whole) = (new CitationMatcher(known), new CitationMatcher(works));
        var references = new List<(string Document, Reference Entry)>();
        foreach (var file in papers.EnumerateFiles("*", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal))
            if (await ReadAsync(file.FullName, ct) is { } version) references.AddRange(version.References.Select(entry => (file.Name, entry)));
        var matched = references.Where(pair => whole.Match(pair.Entry) is not null).ToList();
        Console.WriteLine(FormattableString.Invariant($"works: {known.Count} built in, {all.New} more from {recorded.Count} recorded records"));
        Console.WriteLine(FormattableString.Invariant($"references: {references.Count} in {references.Select(pair => pair.Document).Distinct(StringComparer.Ordinal).Count()} documents"));
        Console.WriteLine(FormattableString.Invariant($"resolved: {references.Count(pair => seed.Match(pair.Entry) is not null)} by the built-in base, {matched.Count} with the recorded answers ({(double)matched.Count / Math.Max(1, references.Count):0.000})"));
        foreach (var (document, entry) in SeededSample.Of(matched, pair => $"{pair.Document}:{pair.Entry.Index}", sample))
        {
            var work = whole.Find(whole.Match(entry)!.Value)!;
            Console.WriteLine($"{document} [{entry.Index}] {entry.Text.ReplaceLineEndings(" ")}");
            Console.WriteLine(FormattableString.Invariant($"    = {work.Id}: {string.Join(", ", work.Authors)} {work.Year}, {work.Title}; {work.Arxiv} {work.Doi}"));
        }

        return 0;
    }

    private static async Task<DocumentVersion?> ReadAsync(string file, CancellationToken ct)
    {
        try
        {
            return await ClaimPath.ReadAsync(file, ct);
        }
        catch (Exception exception) when (exception is HypeWatchException or InvalidOperationException)
        {
            // Sidecars, tables and pictures are no documents.
            return null;
        }
    }

    /// <summary>What the connectors of works read from recorded answers.</summary>
    private static async Task<IReadOnlyList<WorkRecord>> RecordsAsync(DirectoryInfo api, CancellationToken ct)
    {
        var records = new List<WorkRecord>();
        var ask = new ApiAsk(new SourceSettings { Name = "recorded" }, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, _ => null, null);
        foreach (var folder in api.GetDirectories().OrderBy(folder => folder.Name, StringComparer.Ordinal))
        foreach (var file in folder.GetFiles().OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (file.Extension == ".md" || ReplayPlan.KindOf(folder.Name, file.Name) is not { } kind || Apis.All.FirstOrDefault(one => one.Kind == kind) is not IWorkApi service) continue;
            foreach (var exchange in await ReplayPlan.ExchangesAsync(folder.Name, file.FullName, ct))
                if (exchange.Status == 200 && service.Reading(new ApiRequest(exchange.Url) { Body = exchange.Body }, ask) is { } call)
                    records.AddRange(call.Read(new(exchange.Answer, exchange.Headers.GetValueOrDefault("Content-Type") ?? "", exchange.Headers, exchange.Url)).Works);
        }

        return records;
    }
}
