namespace HypeWatch.Pipeline.Accuracy;

/// <summary>Figures over all cases.</summary>
/// <param name="Cases">How many there were.</param>
/// <param name="Passed">How many passed.</param>
/// <param name="MacroF1">Mean of F1 over the codes that are expected or raised.</param>
/// <param name="MicroF1">F1 over all of them together.</param>
/// <param name="FairLeftAlone">Share of the fair cases that passed; 1 where there are none.</param>
/// <param name="Everything">What flagging every code on every document would reach.</param>
/// <param name="FlagNothingPassed">How many cases flagging nothing would pass; its F1 is 0.</param>
/// <param name="Abstained">Share of the cases in which something was seen and left to a reader.</param>
/// <param name="Repeated">Share of the cases that a second run flagged alike; null without one.</param>
/// <param name="Brier">Mean of (confidence - expected)² over the flags, 0 to 1, lower is better; null without flags.</param>
/// <param name="Reliability">How often flags of a confidence are expected.</param>
/// <param name="PerCode">The figures of each code.</param>
public sealed record FlagCaseScore(
    int Cases, int Passed, double MacroF1, double MicroF1, double FairLeftAlone, FlagEverything Everything, int FlagNothingPassed, double Abstained, double? Repeated, double? Brier,
    IReadOnlyList<ReliabilityRow> Reliability, IReadOnlyDictionary<string, CodeScore> PerCode)
{
    /// <summary>Scores results.</summary>
    /// <param name="results">One a case.</param>
    public static FlagCaseScore Of(IReadOnlyList<CaseResult> results)
    {
        var codes = results.SelectMany(result => result.Expected.Concat(result.Raised)).Select(pair => pair.Code).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ToDictionary(code => code, code => CodeScore.Of(results, code), StringComparer.Ordinal);
        var fair = results.Where(result => result.Case.Fair).ToList();
        var repeats = results.Where(result => result.IsRepeated is not null).ToList();
        var flags = results.SelectMany(result => result.Weighed).ToList();
        return new(
            results.Count, results.Count(result => result.Passed), codes.Count == 0 ? 0 : codes.Values.Average(score => score.F1), CodeScore.Sum(codes.Values).F1,
            fair.Count == 0 ? 1 : (double)fair.Count(result => result.Passed) / fair.Count, FlagEverything.Of(results, codes.Values), results.Count(result => result.Case.ExpectedFlags.Count == 0),
            results.Count == 0 ? 0 : (double)results.Count(result => result.IsAbstained) / results.Count,
            repeats.Count == 0 ? null : (double)repeats.Count(result => result.IsRepeated == true) / repeats.Count,
            flags.Count == 0 ? null : flags.Average(flag => Math.Pow(flag.Confidence - (flag.IsExpected ? 1 : 0), 2)), ReliabilityRow.Of(flags), codes);
    }
}

/// <summary>What flagging every code on every document would reach.</summary>
/// <param name="Passed">How many cases it would pass: it meets every expectation and breaks every prohibition.</param>
/// <param name="MacroF1">Its mean of F1 over the codes.</param>
/// <param name="MicroF1">Its F1 over all codes together.</param>
public sealed record FlagEverything(int Passed, double MacroF1, double MicroF1)
{
    internal static FlagEverything Of(IReadOnlyList<CaseResult> results, IReadOnlyCollection<CodeScore> codes)
    {
        List<CodeScore> all = [.. codes.Select(code => new CodeScore(code.Right + code.Missed, code.Documents - code.Right - code.Missed, 0, code.Documents))];
        return new(results.Count(result => !result.Case.Fair && result.Case.MustNotFlag.Count == 0), all.Count == 0 ? 0 : all.Average(score => score.F1), CodeScore.Sum(all).F1);
    }
}

/// <summary>How often flags of about the same confidence are expected.</summary>
/// <param name="From">Least confidence.</param>
/// <param name="To">Confidence that is no longer part of it.</param>
/// <param name="Flags">How many there were.</param>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Expected">Share of them that the labels expect.</param>
public sealed record ReliabilityRow(double From, double To, int Flags, double Confidence, double Expected)
{
    private const double Width = 0.1;

    internal static IReadOnlyList<ReliabilityRow> Of(IReadOnlyList<WeighedFlag> flags) =>
    [
        .. flags.GroupBy(flag => Math.Min(9, (int)Math.Floor((flag.Confidence / Width) + 1e-9))).OrderBy(group => group.Key)
            .Select(group => new ReliabilityRow(group.Key * Width, (group.Key + 1) * Width, group.Count(), group.Average(flag => flag.Confidence), group.Average(flag => flag.IsExpected ? 1d : 0d))),
    ];
}

/// <summary>How often a code was right, wrong and missed, per case and document.</summary>
/// <param name="Right">Expected and raised.</param>
/// <param name="Wrong">Raised and not expected.</param>
/// <param name="Missed">Expected and not raised.</param>
/// <param name="Documents">Documents of all cases.</param>
public sealed record CodeScore(int Right, int Wrong, int Missed, int Documents)
{
    /// <summary>Share of what was raised that is expected; 0 where nothing was raised.</summary>
    public double Precision => Right + Wrong == 0 ? 0 : (double)Right / (Right + Wrong);

    /// <summary>Share of what is expected that was raised; 0 where nothing is expected.</summary>
    public double Recall => Right + Missed == 0 ? 0 : (double)Right / (Right + Missed);

    /// <summary>Harmonic mean of both.</summary>
    public double F1 => Right == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <summary>Share of the documents on which it is expected: the precision of raising it on all.</summary>
    public double BaseRate => Documents == 0 ? 0 : (double)(Right + Missed) / Documents;

    internal static CodeScore Of(IReadOnlyList<CaseResult> results, string code) => new(
        results.Sum(result => result.Expected.Count(pair => pair.Code == code && result.Raised.Contains(pair))),
        results.Sum(result => result.Raised.Count(pair => pair.Code == code && !result.Expected.Contains(pair))),
        results.Sum(result => result.Expected.Count(pair => pair.Code == code && !result.Raised.Contains(pair))), results.Sum(result => result.Case.Documents.Count));

    internal static CodeScore Sum(IEnumerable<CodeScore> codes) =>
        codes.Aggregate(new CodeScore(0, 0, 0, 0), (sum, score) => new(sum.Right + score.Right, sum.Wrong + score.Wrong, sum.Missed + score.Missed, sum.Documents + score.Documents));
}
