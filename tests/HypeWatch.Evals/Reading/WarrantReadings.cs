using System.CommandLine;
using System.Globalization;
using HypeWatch.Model;
using HypeWatch.Pipeline.Accuracy;

namespace HypeWatch.Evals.Reading;

/// <summary>
/// <c>warrants --readings DIR --labels DIR --papers DIR</c>: what careful readers say that labelled claims rest on, against each other and against the product's own warrants and pointers.
/// A labelled claim is the product's claim that shares most words with it, at least six in ten of the shorter text's.
/// </summary>
internal static class WarrantReadings
{
    private const double Enough = 0.6;

    public static Command Make()
    {
        var readings = new Option<DirectoryInfo>("--readings") { Description = "folder of warrants-reader-*.csv", Required = true };
        var labels = new Option<DirectoryInfo>("--labels") { Description = "folder of annotations.subset.csv", Required = true };
        var papers = new Option<DirectoryInfo>("--papers") { Description = "folder that holds a folder paper-arxiv-ID per paper", Required = true };
        var verbose = new Option<bool>("--verbose") { Description = "print every claim with its warrants" };
        var command = new Command("warrants", "What claims rest on, against careful readings") { readings, labels, papers, verbose };
        command.SetAction(async (parse, ct) =>
        {
            var texts = CsvRows.Named(File.ReadAllText(Path.Combine(parse.GetValue(labels)!.FullName, "annotations.subset.csv"))).ToDictionary(row => row["claim_id"], row => (Paper: row["paper_id"], Text: row["claim_text"]), StringComparer.Ordinal);
            var readers = parse.GetValue(readings)!.EnumerateFiles("warrants-reader-*.csv").OrderBy(file => file.Name, StringComparer.Ordinal)
                .Select(file => CsvRows.Named(File.ReadAllText(file.FullName)).ToDictionary(row => row["claim_id"], Reading.Of, StringComparer.Ordinal)).ToList();
            if (readers.Count < 2) throw new HypeWatchException($"{parse.GetValue(readings)!.FullName}: two readings are compared, warrants-reader-1.csv and warrants-reader-2.csv");
            var found = await FoundAsync(parse.GetValue(papers)!, [.. readers[0].Keys.Select(id => (id, texts[id].Paper, texts[id].Text))], ct);
            Print("reader 1 and reader 2", [.. readers[0].Keys.Select(id => (readers[0][id], readers[1][id]))]);
            foreach (var (reader, number) in readers.Select((reader, index) => (reader, index + 1))) Print($"reader {number} and the program", [.. found.Keys.Select(id => (reader[id], found[id]))]);
            if (!parse.GetValue(verbose)) return 0;
            foreach (var id in readers[0].Keys) Console.WriteLine($"{id}: W{readers[0][id].Warrant}, W{readers[1][id].Warrant}, {(found.TryGetValue(id, out var own) ? $"W{own.Warrant}" : "not found")}: {texts[id].Text}");
            return 0;
        });
        return command;
    }

    private static async Task<Dictionary<string, Reading>> FoundAsync(DirectoryInfo papers, List<(string Id, string Paper, string Text)> claims, CancellationToken ct)
    {
        var release = new CaseRelease();
        Dictionary<string, Reading> found = new(StringComparer.Ordinal);
        foreach (var paper in claims.GroupBy(claim => claim.Paper))
        {
            var folder = new DirectoryInfo(Path.Combine(papers.FullName, "paper-arxiv-" + paper.Key));
            if (!folder.Exists) throw new HypeWatchException($"{folder.FullName}: no such folder of a paper");
            var file = folder.EnumerateFiles().Where(file => file.Extension != ".json").OrderBy(file => file.FullName, StringComparer.Ordinal).First();
            var dossier = await release.BuildAsync(await ClaimPath.ReadAsync(file.FullName, ct), ct);
            foreach (var (id, _, text) in paper)
            {
                var wanted = WordsOf(text);
                var best = dossier.Documents[0].Claims.Select(claim => (Claim: claim, Share: Shared(wanted, WordsOf(claim.Quote)))).MaxBy(pair => pair.Share);
                if (best.Share < Enough) continue;
                found[id] = new(
                    (int?)dossier.Supports.GetValueOrDefault(best.Claim.Id)?.Warrant,
                    [.. dossier.Documents[0].Evidence.Links.Where(link => link.Claim == best.Claim.Id && link.Kind != EvidenceKind.None).Select(link => link.Kind.ToString().ToLowerInvariant()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
            }
        }

        return found;
    }

    private static double Shared(HashSet<string> a, HashSet<string> b) => (double)a.Intersect(b).Count() / Math.Max(1, Math.Min(a.Count, b.Count));

    private static HashSet<string> WordsOf(string text) => [.. text.Split([.. text.Where(letter => !char.IsLetterOrDigit(letter)).Distinct()], StringSplitOptions.RemoveEmptyEntries).Select(word => word.ToLowerInvariant())];

    private static void Print(string who, IReadOnlyList<(Reading A, Reading B)> pairs)
    {
        var levels = pairs.Select(pair => (A: pair.A.Warrant, B: pair.B.Warrant)).ToList();
        Console.WriteLine(FormattableString.Invariant(
            $"{who}: {pairs.Count} claims, warrant exact {levels.Count(pair => pair.A == pair.B)}, within one {levels.Count(pair => pair is ({ } a, { } b) && Math.Abs(a - b) <= 1)}, kappa {CohensKappa.Of(levels):0.00}; same kinds of pointers {pairs.Count(pair => pair.A.Pointers.SequenceEqual(pair.B.Pointers))}"));
    }

    /// <summary>What a claim rests on.</summary>
    /// <param name="Warrant">0 to 5; null where it was not judged.</param>
    /// <param name="Pointers">Kinds of pointers; an appendix is a section.</param>
    private sealed record Reading(int? Warrant, IReadOnlyList<string> Pointers)
    {
        public static Reading Of(IReadOnlyDictionary<string, string> row) => new(
            int.Parse(row["warrant"].AsSpan(1), CultureInfo.InvariantCulture),
            [.. row["pointers"].Split('|', StringSplitOptions.RemoveEmptyEntries).Where(kind => kind != "none").Select(kind => kind == "appendix" ? "section" : kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
