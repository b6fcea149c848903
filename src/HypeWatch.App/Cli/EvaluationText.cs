using System.Globalization;
using HypeWatch.Pipeline.Accuracy;

namespace HypeWatch.App.Cli;

/// <summary>What labelled cases showed, in words that terminal and page share.</summary>
internal static class EvaluationText
{
    /// <summary>The figures over all kinds, a line each.</summary>
    public static IEnumerable<string> Lines(FlagCaseScore score)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"{score.Passed} of {score.Cases} cases passed (flag everything {score.Everything.Passed}, flag nothing {score.FlagNothingPassed})");
        yield return $"{Share(score.FairLeftAlone)} of the fair cases left alone (flag everything 0, flag nothing 1)";
        yield return $"F1: mean over the kinds {Share(score.MacroF1)}, over all flags {Share(score.MicroF1)} (flag everything {Share(score.Everything.MacroF1)} and {Share(score.Everything.MicroF1)}, flag nothing 0)";
        yield return $"{Share(score.Abstained)} of the cases left to a reader: something was seen, nothing was sure enough";
        if (score.Brier is { } brier) yield return $"confidence against labels: Brier score {Share(brier)}, lower is better";
        if (score.Repeated is { } repeated) yield return $"{Share(repeated)} of the cases flagged alike in a second run";
    }

    /// <summary>A share of 1.</summary>
    public static string Share(double share) => share.ToString("0.000", CultureInfo.InvariantCulture);
}
