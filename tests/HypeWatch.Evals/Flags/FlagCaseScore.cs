using System.Globalization;
using HypeWatch.Flags;
using HypeWatch.Model;

namespace HypeWatch.Evals.Flags;

/// <summary>What came out of one case.</summary>
/// <param name="Case">The case.</param>
/// <param name="Passed">Whether every expected flag was raised and nothing forbidden.</param>
/// <param name="Problems">What went wrong, in words.</param>
/// <param name="Expected">Expected codes per document.</param>
/// <param name="Raised">Raised codes per document.</param>
internal sealed record CaseResult(FlagCase Case, bool Passed, IReadOnlyList<string> Problems, IReadOnlySet<(string Code, int Document)> Expected, IReadOnlySet<(string Code, int Document)> Raised)
{
    private const double RaisedFrom = 0.40;

    /// <summary>Scores the flags of a case by the rules of the format.</summary>
    public static CaseResult Of(FlagCase item, Dossier dossier, FlagReport report)
    {
        var problems = report.Failures.Select(failure => $"{failure.Code} failed: {failure.Message}").ToList();
        var raised = report.Flags.Where(flag => flag.Status != FlagStatus.Suppressed && flag.Confidence >= RaisedFrom).ToList();
        problems.AddRange(item.ExpectedFlags.Where(expected => !raised.Exists(flag => Fits(flag, expected, dossier))).Select(expected => Missing(expected, report, dossier)));
        problems.AddRange(raised.Where(flag => item.MustNotFlag.Any(rule => Forbids(rule, flag, dossier))).Select(flag => $"raised {flag.Code} on {Index(flag, dossier)} against the label"));
        if (item.Fair)
            problems.AddRange(raised.Where(flag => flag.Kind is not FlagKind.Context).Select(flag => $"raised {flag.Code} on a fair case: {Told(dossier.Find(flag.Claim!.Value)!)} [{flag.Rationale}]"));
        return new(
            item, problems.Count == 0, problems, item.ExpectedFlags.Select(expected => (expected.Code, expected.DocumentIndex)).ToHashSet(),
            raised.Select(flag => (flag.Code, Index(flag, dossier))).ToHashSet());
    }

    private static string Told(Claim claim) =>
        $"{string.Join('/', claim.Types.Select(type => type.ToCode()))} {claim.Strength.ToCode()} {claim.Certainty.ToCode()} {claim.Scope} {claim.Mode.ToCode()}: {claim.Quote}";

    private static int Index(Flag flag, Dossier dossier) => dossier.Documents.ToList().FindIndex(document => document.Version.Id == flag.Version);

    private static bool Fits(Flag flag, ExpectedFlag expected, Dossier dossier)
    {
        if (flag.Code != expected.Code || Index(flag, dossier) != expected.DocumentIndex) return false;
        if (expected.Owner is { } owner && !flag.Asserter.Equals(owner, StringComparison.OrdinalIgnoreCase)) return false;
        if (expected.SeverityRange is [var low, var high] && (flag.Severity < low || flag.Severity > high)) return false;
        if (expected.OnQuote is not { } quote) return true;
        var text = dossier.Documents[expected.DocumentIndex].Version.Text;
        var words = NormalizedText.From(quote);
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return at >= 0 && flag.Quotes[0].Span.Overlaps(new(at, at + words.Length));
    }

    private static bool Forbids(string rule, Flag flag, Dossier dossier)
    {
        var parts = rule.Split(':');
        return flag.Code == parts[0] && (parts.Length == 1 || Index(flag, dossier) == int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static string Missing(ExpectedFlag expected, FlagReport report, Dossier dossier)
    {
        var near = report.Flags.Where(flag => flag.Code == expected.Code).Select(flag => FormattableString.Invariant($"{flag.Asserter} severity {flag.Severity} confidence {flag.Confidence:0.00} {flag.Status}")).ToList();
        var claims = dossier.Documents[expected.DocumentIndex].Claims.Select(Told);
        return $"no {expected.Code} as expected; of that code: {(near.Count > 0 ? string.Join("; ", near) : "nothing")}; claims: {string.Join(" | ", claims)}";
    }
}

/// <summary>Figures over all cases.</summary>
internal sealed record FlagCaseScore(int Cases, int Passed, double MacroF1, double MicroF1, double FairLeftAlone, int FlagEverythingPassed, int FlagNothingPassed, IReadOnlyDictionary<string, CodeScore> PerCode)
{
    public static FlagCaseScore Of(IReadOnlyList<CaseResult> results)
    {
        var codes = results.SelectMany(result => result.Expected.Concat(result.Raised)).Select(pair => pair.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ToDictionary(code => code, code => CodeScore.Of(results, code), StringComparer.Ordinal);
        var all = codes.Values.Aggregate(new CodeScore(0, 0, 0), (sum, score) => new(sum.Right + score.Right, sum.Wrong + score.Wrong, sum.Missed + score.Missed));
        var fair = results.Where(result => result.Case.Fair).ToList();
        return new(
            results.Count, results.Count(result => result.Passed), codes.Count == 0 ? 0 : codes.Values.Average(score => score.F1), all.F1,
            fair.Count == 0 ? 1 : (double)fair.Count(result => result.Passed) / fair.Count,
            // Whoever flags everything meets every expectation and breaks every prohibition; whoever flags nothing does the reverse.
            results.Count(result => !result.Case.Fair && result.Case.MustNotFlag.Count == 0), results.Count(result => result.Case.ExpectedFlags.Count == 0), codes);
    }
}

/// <summary>How often a code was right, wrong and missed, per case and document.</summary>
internal sealed record CodeScore(int Right, int Wrong, int Missed)
{
    public double Precision => Right + Wrong == 0 ? 0 : (double)Right / (Right + Wrong);

    public double Recall => Right + Missed == 0 ? 0 : (double)Right / (Right + Missed);

    public double F1 => Right == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static CodeScore Of(IReadOnlyList<CaseResult> results, string code) => new(
        results.Sum(result => result.Expected.Count(pair => pair.Code == code && result.Raised.Contains(pair))),
        results.Sum(result => result.Raised.Count(pair => pair.Code == code && !result.Expected.Contains(pair))),
        results.Sum(result => result.Expected.Count(pair => pair.Code == code && !result.Raised.Contains(pair))));
}
