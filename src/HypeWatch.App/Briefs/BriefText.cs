using System.Globalization;
using HypeWatch.App.Cli;
using HypeWatch.App.Web.Pages;
using HypeWatch.Model;

namespace HypeWatch.App.Briefs;

/// <summary>Sentences of a brief that page and Markdown share, so that both say the same.</summary>
internal static class BriefText
{
    /// <summary>What it is, in one line.</summary>
    public static string What(ReleaseBrief brief) =>
        $"{brief.Release.Publisher}, {(brief.Release.Published.Precision is DatePrecision.Unknown ? "date not known" : brief.Release.Published.ToString())}; {Count.Of(brief.Documents.Count, "text")} read ({string.Join(", ", brief.Documents.GroupBy(member => member.Document.Kind).Select(group => $"{group.Count().ToString(CultureInfo.InvariantCulture)} {Facts.Words(group.Key)}"))}); coverage: {Facts.Words(brief.Release.Coverage)}";

    /// <summary>How its claims stand, in one sentence.</summary>
    public static string Standing(ReleaseBrief brief) =>
        brief.AllFlags == 0 ? $"No flag stands on it. That is no proof of its claims: it was read by rules{(brief.Documents.Count == 1 ? ", in one text alone" : "")}."
            : $"{Count.Of(brief.AllFlags, "flag")} {(brief.AllFlags == 1 ? "stands" : "stand")}, of which people reviewed {brief.Reviewed.ToString(CultureInfo.InvariantCulture)}. A flag that nobody reviewed is a question, not a verdict.";

    /// <summary>What was tested against what.</summary>
    public static string Tests(BriefTests tests) => tests.Experiments == 0 ? "No described experiment was found." : string.Create(
        CultureInfo.InvariantCulture,
        $"{Count.Of(tests.Experiments, "experiment")} described. Compared with: {(tests.Compared.Count == 0 ? "nothing that was found" : string.Join(", ", tests.Compared.Select(pair => $"{pair.Key.Replace('_', ' ')} ({pair.Value})")))}. Uncertainty is stated beside {tests.WithUncertainty}.");

    /// <summary>How the predictions came out.</summary>
    public static string Predictions(BriefPrediction about) => string.Create(
        CultureInfo.InvariantCulture,
        $"{about.Set.Forecaster}, {about.Set.MadeOn:yyyy-MM-dd}: {Count.Of(about.Set.Items.Count, "prediction")}, {about.Score.Decided} decided; {string.Join("; ", PredictText.Scores(about.Set))}. {PredictText.Standing(about.Set)}");

    /// <summary>A pair of scales in words.</summary>
    public static string Scales(Strength claimed, Warrant? warrant) =>
        $"claimed {claimed.ToCode()} {Facts.Words(claimed)}; licensed by evidence: {(warrant is { } known ? $"{known.ToCode()} {Facts.Words(known)}" : "not checked")}";

    /// <summary>The best that speaks for the authors.</summary>
    public static string ForAuthors(Queries.FlagView view) => view.Flag.Exculpations.OrderBy(found => found.Verdict).FirstOrDefault() is { } best ? best.Text : view.Flag.SearchComplete ? "none found" : "not checked in full";

    /// <summary>How far the brief can be trusted.</summary>
    public const string Trust = "Claims and caveats are verbatim; how strong a claim is and what its evidence licenses is read by rules, and by a language model where one is configured, and can be wrong. It says nothing about the value of the research, or about intent.";
}
