using System.CommandLine;
using System.Globalization;
using HypeWatch.Model;
using HypeWatch.Pipeline.Accuracy;

namespace HypeWatch.Evals;

/// <summary>
/// The verb <c>annotated-flags</c>: claims that people read for a gap between method and wording, against what the product raises on the same papers. A
/// claim counts as flagged when OC01 to OC18 was raised, open or as a candidate, on a span that overlaps its sentence.
/// </summary>
internal static class AnnotatedFlagsEval
{
    public static Command Make()
    {
        var labels = new Option<DirectoryInfo>("--labels") { Description = "folder of annotations.subset.csv", Required = true };
        var papers = new Option<DirectoryInfo>("--papers") { Description = "folder that holds a folder paper-arxiv-ID per paper", Required = true };
        var verbose = new Option<bool>("--verbose") { Description = "print every claim with what was raised on it" };
        var only = new Option<string[]>("--only") { Description = "identifiers of the papers to measure; all without it", AllowMultipleArgumentsPerToken = true };
        var model = new ModelOptions();
        var command = new Command("annotated-flags", "Flags against claims that people read for a gap") { labels, papers, verbose, only };
        model.AddTo(command);
        command.SetAction(async (parse, ct) =>
        {
            var release = new CaseRelease(model.Of(parse)?.Hearing());
            var results = new List<(bool Real, bool Flagged)>();
            foreach (var paper in CsvRows.Named(File.ReadAllText(Path.Combine(parse.GetValue(labels)!.FullName, "annotations.subset.csv"))).GroupBy(row => row["paper_id"]))
            {
                if (parse.GetValue(only) is { Length: > 0 } chosen && !chosen.Contains(paper.Key, StringComparer.Ordinal)) continue;
                var folder = Path.Combine(parse.GetValue(papers)!.FullName, "paper-arxiv-" + paper.Key);
                var file = Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Where(name => !name.EndsWith(".json", StringComparison.Ordinal)).Order(StringComparer.Ordinal).FirstOrDefault() : null;
                if (file is null) continue;
                var version = await ClaimPath.ReadAsync(file, ct);
                var raised = (await release.AssessAsync(await release.BuildAsync(version, ct), ct)).Flags.Where(IsCounted).ToList();
                var windows = new WordWindows(version.Text);
                foreach (var row in paper)
                {
                    var at = windows.Find(row["claim_text"]) is { } window ? version.Passages.Where(passage => passage.Span.Overlaps(window)).Select(passage => passage.Span).ToList() : [];
                    var codes = raised.Where(flag => at.Exists(span => flag.Quotes[0].Span.Overlaps(span))).Select(flag => flag.Code).Distinct(StringComparer.Ordinal).ToList();
                    var isReal = double.Parse(row["gap_score"], CultureInfo.InvariantCulture) > 0;
                    results.Add((isReal, codes.Count > 0));
                    if (parse.GetValue(verbose)) Console.WriteLine($"{(isReal ? "gap " : "none")} {(at.Count == 0 ? "not found" : string.Join('+', codes)),-12} {row["claim_text"]}");
                }
            }

            Report(results);
            return 0;
        });
        return command;
    }

    private static bool IsCounted(Flag flag) => flag.Status != FlagStatus.Suppressed && string.CompareOrdinal(flag.Code, "OC18") <= 0;

    private static void Report(List<(bool Real, bool Flagged)> results)
    {
        int right = results.Count(item => item is (true, true)), wrong = results.Count(item => item is (false, true)), missed = results.Count(item => item is (true, false));
        Console.WriteLine(FormattableString.Invariant(
            $"{results.Count} claims: precision {Ratio(right, right + wrong):0.000}, recall {Ratio(right, right + missed):0.000}, F1 {F1(right, wrong, missed):0.000}; flag everything F1 {F1(right + missed, results.Count - right - missed, 0):0.000}"));
    }

    private static double F1(int right, int wrong, int missed) => Ratio(2 * right, 2 * right + wrong + missed);

    private static double Ratio(double a, double b) => b == 0 ? 0 : a / b;
}
