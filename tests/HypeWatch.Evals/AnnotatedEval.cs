using System.CommandLine;
using System.Globalization;
using HypeWatch.Claims;
using HypeWatch.Classifiers;
using HypeWatch.Lexicons;
using HypeWatch.Model;

namespace HypeWatch.Evals;

/// <summary>A claim that people labelled in a paper.</summary>
/// <param name="Paper">The paper's identifier.</param>
/// <param name="Id">Its label.</param>
/// <param name="Text">Its words, near to the paper's.</param>
/// <param name="Rung">Its rung.</param>
internal sealed record AnnotatedClaim(string Paper, string Id, string Text, int Rung);

/// <summary>Where a labelled claim stands, and whether a claim of ours stands in the same sentence.</summary>
internal sealed record AnnotatedResult(AnnotatedClaim Claim, bool IsFindable, bool IsFound, int? Rung, bool IsKept = false);

/// <summary>How much of the papers the screening of passages keeps.</summary>
internal sealed record KeptShare(long Kept, long All);

/// <summary>Compares the claims of papers, found by rules or by a language model on recordings, with claims that people labelled in them, and the rungs with theirs and with those of language models.</summary>
internal static class AnnotatedEval
{
    public static Command Make()
    {
        var labels = new Option<DirectoryInfo>("--labels") { Description = "folder of annotations.subset.csv and model_annotations.subset.csv", Required = true };
        var papers = new Option<DirectoryInfo>("--papers") { Description = "folder that holds a folder paper-arxiv-ID per paper", Required = true };
        var missed = new Option<bool>("--missed") { Description = "list what was not found" };
        var recordings = new Option<FileInfo>("--recordings") { Description = "recorded answers: measures the model path instead of the rules" };
        var only = new Option<string[]>("--only") { Description = "identifiers of the papers to measure; all without it", AllowMultipleArgumentsPerToken = true };
        var command = new Command("annotated", "Claims of papers against labelled ones") { labels, papers, missed, recordings, only };
        command.SetAction(async (parse, ct) =>
        {
            var folder = parse.GetValue(labels)!.FullName;
            var claims = CsvRows.Named(File.ReadAllText(Path.Combine(folder, "annotations.subset.csv")))
                .Select(row => new AnnotatedClaim(row["paper_id"], row["claim_id"], row["claim_text"], int.Parse(row["claim_rung"], CultureInfo.InvariantCulture))).ToList();
            if (parse.GetValue(only) is { Length: > 0 } chosen) claims.RemoveAll(claim => !chosen.Contains(claim.Paper, StringComparer.Ordinal));
            var path = ClaimPath.Of(parse.GetValue(recordings));
            var results = new List<AnnotatedResult>();
            var share = new KeptShare(0, 0);
            foreach (var paper in claims.GroupBy(claim => claim.Paper))
            {
                var (compared, kept) = await CompareAsync(path, parse.GetValue(papers)!, [.. paper], ct);
                results.AddRange(compared);
                share = new(share.Kept + kept.Kept, share.All + kept.All);
            }

            ReportScreening(results, share);
            Report(path.Name, results, [.. CsvRows.Named(File.ReadAllText(Path.Combine(folder, "model_annotations.subset.csv")))], parse.GetValue(missed));
            return path.ReportMissing() ? 0 : 1;
        });
        return command;
    }

    private static async Task<(List<AnnotatedResult> Results, KeptShare Share)> CompareAsync(ClaimPath path, DirectoryInfo papers, List<AnnotatedClaim> claims, CancellationToken ct)
    {
        var folder = Path.Combine(papers.FullName, "paper-arxiv-" + claims[0].Paper);
        var file = Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Where(name => !name.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault() : null;
        if (file is null) return (claims.ConvertAll(claim => new AnnotatedResult(claim, false, false, null)), new(0, 0));
        var version = await ClaimPath.ReadAsync(file, ct);
        var lexicons = new LexiconSet();
        var found = (await path.ExtractAsync(version, ct)).Claims;
        var rungs = new RungReader(lexicons, new ClaimCues());
        var screen = new ScreenedPassages(lexicons, new ClaimCues(), new RelationReader());
        var kept = version.Passages.Where(passage => screen.Keeps(version, passage)).ToHashSet();
        var windows = new WordWindows(version.Text);
        var results = claims.ConvertAll(claim =>
        {
            if (windows.Find(claim.Text) is not { } window || version.Passages.Where(passage => passage.Span.Overlaps(window)).ToList() is not { Count: > 0 } around)
                return new AnnotatedResult(claim, false, false, null);
            // The sentence that holds most of the window is the claim's.
            var sentence = around.MaxBy(passage => Math.Min(passage.Span.End, window.End) - Math.Max(passage.Span.Start, window.Start))!;
            var here = found.Where(own => own.Span.Overlaps(sentence.Span)).ToList();
            return new AnnotatedResult(claim, true, here.Count > 0, (int)rungs.Read(claim.Text, [.. here.SelectMany(own => own.Types)]), kept.Contains(sentence));
        });
        return (results, new(kept.Sum(passage => (long)passage.Span.Length), version.Passages.Sum(passage => (long)passage.Span.Length)));
    }

    private static void ReportScreening(List<AnnotatedResult> results, KeptShare share)
    {
        var findable = results.Where(result => result.IsFindable).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"screening of passages keeps {(double)share.Kept / share.All:0.000} of the characters and {(double)findable.Count(result => result.IsKept) / findable.Count:0.000} of the findable claims"));
    }

    private static void Report(string name, List<AnnotatedResult> results, IReadOnlyList<IReadOnlyDictionary<string, string>> models, bool listMissed)
    {
        var findable = results.Where(result => result.IsFindable).ToList();
        var hits = findable.Count(result => result.IsFound);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Count} labelled claims, {findable.Count} with a window of at least 80 % of their words, {hits} found: recall {(double)hits / findable.Count:0.000}"));
        var gold = results.ToDictionary(result => result.Claim.Id, result => result.Claim.Rung, StringComparer.Ordinal);
        Print(name, [.. findable.Where(result => result.Rung is not null).Select(result => (result.Claim.Rung, result.Rung!.Value))]);
        foreach (var model in models.GroupBy(row => row["model"]).OrderBy(group => group.Key, StringComparer.Ordinal))
            Print(model.Key, [.. model.Where(row => gold.ContainsKey(row["claim_id"])).Select(row => (gold[row["claim_id"]], int.Parse(row["claim_rung"], CultureInfo.InvariantCulture)))]);
        foreach (var result in results.Where(result => !result.IsFindable)) Console.WriteLine($"not verbatim: {result.Claim.Id}  {result.Claim.Text}");
        if (!listMissed) return;
        foreach (var result in findable.Where(result => !result.IsFound)) Console.WriteLine($"missed: {result.Claim.Id}  {result.Claim.Text}");
        foreach (var result in findable.Where(result => result.Rung is { } rung && rung != result.Claim.Rung)) Console.WriteLine($"rung {result.Claim.Rung} read as {result.Rung}: {result.Claim.Text}");
    }

    private static void Print(string name, IReadOnlyList<(int Gold, int Read)> pairs) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"rungs {name}: {pairs.Count} claims, accuracy {(double)pairs.Count(pair => pair.Gold == pair.Read) / Math.Max(1, pairs.Count):0.000}, Krippendorff alpha (ordinal) {Agreement.OrdinalAlpha(pairs):0.000}"));
}
