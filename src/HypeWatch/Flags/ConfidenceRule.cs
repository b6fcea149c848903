using HypeWatch.Model;

namespace HypeWatch.Flags;

/// <summary>How sure a flag is (specification 4): a start value by who holds it, for the rules by detector, then every cap that applies.</summary>
/// <param name="taxonomy">The tables.</param>
/// <param name="options">Labelled cases per code.</param>
internal sealed class ConfidenceRule(Taxonomy taxonomy, FlagsOptions options)
{
    /// <summary>Start value without enough labelled cases, and the least start value.</summary>
    public const double LowestStart = 0.40;

    /// <summary>The highest start value of rules alone.</summary>
    public const double HighestStart = 0.70;

    /// <summary>Labelled cases from which on the measured precision counts.</summary>
    public const int EnoughCases = 20;

    /// <summary>The lower 95 % Wilson bound of the detector's precision on labelled cases, inside 0.40 to 0.70; 0.40 below 20 cases.</summary>
    public double Start(string code) =>
        options.Labelled.TryGetValue(code, out var cases) && cases.Total >= EnoughCases
            ? Math.Clamp(WilsonInterval.Of(cases.Right, cases.Total).Low, LowestStart, HighestStart)
            : LowestStart;

    /// <summary>The terms, and by them the confidence.</summary>
    /// <param name="support">Who holds that it stands.</param>
    /// <param name="type">The flag code.</param>
    /// <param name="finding">What was found.</param>
    /// <param name="dossier">Where.</param>
    /// <param name="searchComplete">Whether all kinds of exculpation were searched.</param>
    /// <param name="admitted">Whether the authors say themselves that the test is missing; then the absence is certain.</param>
    public ConfidenceTerms Of(FlagSupport support, FlagType type, Finding finding, Dossier dossier, bool searchComplete, bool admitted)
    {
        var caps = new List<ConfidenceCap>();
        if (!searchComplete) caps.Add(new("exculpation_incomplete", taxonomy.ConfidenceCaps["exculpation_incomplete"]));
        if (dossier.Release.Coverage == Coverage.AbstractOnly) caps.Add(new("coverage_abstract_only", taxonomy.ConfidenceCaps["coverage_abstract_only"]));
        if (SaysAbsent(type, finding) && dossier.Release.Coverage != Coverage.Full && !admitted) caps.Add(new("absence_without_full_coverage", taxonomy.ConfidenceCaps["absence_without_full_coverage"]));
        if (string.IsNullOrWhiteSpace(finding.Claim.Asserter) || finding.Claim.Asserter == "unknown") caps.Add(new("asserter_unknown", taxonomy.ConfidenceCaps["asserter_unknown"]));
        foreach (var name in finding.Caps.Append("default"))
        {
            if (type.ConfidenceCaps.TryGetValue(name, out var own)) caps.Add(new(name, own));
            else if (taxonomy.ConfidenceCaps.TryGetValue(name, out var general)) caps.Add(new(name, general));
        }

        return new(Start(support, type.Code), caps) { HeldBy = support };
    }

    private double Start(FlagSupport support, string code) => support switch
    {
        FlagSupport.Model => taxonomy.ConfidenceStarts["llm"],
        FlagSupport.Both => taxonomy.ConfidenceStarts["both"],
        FlagSupport.BothUpheld => taxonomy.ConfidenceStarts["both_and_sceptic"],
        _ => Start(code),
    };

    /// <summary>For OC10 only the subtype <c>none</c> says so; for OC17 coverage means the reference list, a cap of its own (specification 4).</summary>
    private static bool SaysAbsent(FlagType type, Finding finding) => type.AbsenceType && type.Code != "OC17" && (type.Code != "OC10" || finding.Subtype == "none");
}
