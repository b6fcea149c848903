using System.Globalization;
using HypeWatch.Model;
using HypeWatch.Queries;

namespace HypeWatch.Digests;

/// <summary>Puts moves, predictions, corrections, sources and the best-calibrated release into words.</summary>
internal static class OtherItems
{
    private const int QuoteLength = 220, MaxBroken = 8;

    /// <summary>A claim before and after.</summary>
    public static MoveItem Of(DigestMove move)
    {
        var (before, after, edge) = (move.Before, move.After, move.Edge);
        return new(
            before.Claim.Id, Words.Short(before.Claim.Quote, QuoteLength), FlagItems.Said(before.Document, before.Claim, before.Claim.Asserter),
            after.Claim.Id, Words.Short(after.Claim.Quote, QuoteLength), FlagItems.Said(after.Document, after.Claim, after.Claim.Asserter),
            Change(move), string.Create(CultureInfo.InvariantCulture, $"Linked by {SupportWords(edge)}; confidence {edge.Confidence:0.00}; {OwnerWords(edge.ExcessOwner)}."),
            DigestLink.TryCreate("Read the later text", after.Document.Url));
    }

    /// <summary>A list of predictions.</summary>
    public static PredictionItem Of(DigestPrediction prediction)
    {
        var (set, score) = (prediction.Set, prediction.Score);
        var about = prediction.Set.Bound is { Title: var title } ? $"about “{Words.Short(title, 100)}”" : $"about: {Words.Short(set.About, 160)}";
        var who = string.Create(CultureInfo.InvariantCulture, $"{Words.Short(set.Forecaster, 80)}, {set.MadeOn:yyyy-MM-dd}, {about}");
        var outcome = string.Create(CultureInfo.InvariantCulture, $"{score.Happened:0.##} of {score.Decided} decided happened; {set.Items.Count} predictions in all.");
        var open = set.Items.Count(item => item.Resolution is Resolution.Open);
        if (set.Bound is not null && open > 0) outcome += string.Create(CultureInfo.InvariantCulture, $" {open} fell due with the release and {(open == 1 ? "waits" : "wait")} for an outcome (hypewatch predict resolve).");
        return new(who, outcome, ScoreWords(prediction));
    }

    /// <summary>A commitment.</summary>
    public static PromiseItem Of(PromiseView view)
    {
        var (claim, document) = (view.Claim.Claim, view.Claim.Document);
        var due = view.Promise.DueOn is { } day ? string.Create(CultureInfo.InvariantCulture, $"Due {day:yyyy-MM-dd}") : "No day named";
        var state = view.Outcomes.Count == 0 ? "nobody has said yet what became of it (hypewatch commitments)"
            : $"{Words.Lower(view.State)}, says {Words.Short(view.Outcomes[^1].By, 60)}{(view.Outcomes[^1].Evidence is { } evidence ? $": {Words.Short(evidence, 160)}" : "")}";
        return new(claim.Id, Words.Short(claim.Quote, QuoteLength), FlagItems.Said(document, claim, claim.Asserter), $"{due}: {state}.", DigestLink.TryCreate("Read it in its place", document.Url));
    }

    /// <summary>A correction or reply.</summary>
    public static CorrectionItem Of(DigestCorrection correction)
    {
        var kind = correction.Kind switch
        {
            CorrectionKind.Reply => "Reply by the asserter",
            CorrectionKind.Withdrawn => "Flag taken back",
            CorrectionKind.FixedByLaterVersion => "Fixed by a later version",
            CorrectionKind.Reattributed => "Flag given to another owner",
            _ => "Correction",
        };
        return new(correction.Claim, $"{kind}: {Words.Short(correction.Text, 600)}", DigestLink.TryCreate("Read it", correction.Url));
    }

    /// <summary>The best-calibrated release.</summary>
    public static CalibratedItem Of(CalibratedRelease release)
    {
        var (claim, document) = (release.Example.Claim, release.Example.Document);
        return new(
            claim.Id, Words.Short(claim.Quote, QuoteLength), FlagItems.Said(document, claim, claim.Asserter),
            string.Create(CultureInfo.InvariantCulture, $"Read in full: all {release.Judged} headline claims judged stay within their evidence, {release.NearCaveats} with a caveat nearby; this one rests on {Words.Of(release.Example.Warrant!.Value)}."),
            DigestLink.TryCreate("Read it in its place", document.Url));
    }

    /// <summary>One line per broken source, and one line for the rest.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<SourceHealth> sources)
    {
        var broken = sources.Where(source => source.IsBroken).OrderBy(source => source.Name, StringComparer.Ordinal).ToList();
        foreach (var source in broken.Take(MaxBroken))
        {
            var last = source.LastSuccess is { } at ? string.Create(CultureInfo.InvariantCulture, $"last answered {at.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "never answered";
            var problem = source.Problem is { } text ? $": {Words.Short(text, 160)}" : "";
            yield return string.Create(CultureInfo.InvariantCulture, $"{Words.Short(source.Name, 60)}: {StateWords(source.State)}, {source.Items} items, {last}{problem}");
        }

        if (broken.Count > MaxBroken) yield return string.Create(CultureInfo.InvariantCulture, $"and {broken.Count - MaxBroken} more: hypewatch doctor");
        var rest = sources.Where(source => !source.IsBroken).GroupBy(source => source.State).OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {StateWords(group.Key)}")).ToList();
        if (sources.Count == 0) yield return "No source is set up.";
        else if (rest.Count > 0) yield return $"{(broken.Count > 0 ? "Other sources" : "Sources")}: {string.Join(", ", rest)}.";
    }

    /// <summary>By how many levels a claim moved, for the order of the moves.</summary>
    public static int SizeOf(PropagationEdge edge) => new[] { Math.Abs(edge.DeltaStrength ?? 0), Math.Abs(edge.DeltaCertainty ?? 0), Math.Max(0, (edge.DeltaScope ?? 0) - 1), Math.Min(1, edge.CaveatsLost.Count) }.Max();

    private static string Change(DigestMove move)
    {
        var (before, after, edge) = (move.Before.Claim, move.After.Claim, move.Edge);
        string?[] parts =
        [
            before.Strength == after.Strength ? null : $"strength {Words.Of(before.Strength)} {Arrow(after.Strength - before.Strength)} {Words.Of(after.Strength)}",
            before.Certainty == after.Certainty ? null : $"certainty {Words.Of(before.Certainty)} {Arrow(after.Certainty - before.Certainty)} {Words.Of(after.Certainty)}",
            edge.DeltaScope is { } scope and not 0 ? string.Create(CultureInfo.InvariantCulture, $"scope {Arrow(scope)} by {Math.Abs(scope)} levels") : null,
            edge.CaveatsLost.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{edge.CaveatsLost.Count} specific caveat{(edge.CaveatsLost.Count == 1 ? "" : "s")} not carried on") : null,
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    private static string Arrow(int delta) => delta > 0 ? "\u2197" : "\u2198";

    private static string SupportWords(PropagationEdge edge) => edge.Support switch
    {
        EdgeSupport.ExplicitLink => "an explicit link",
        EdgeSupport.NamedSource => "a named source",
        EdgeSupport.QuoteMatch => "a shared quotation",
        EdgeSupport.AssertedByCritic => "a critic's statement",
        _ => Words.Lower(edge.Support),
    };

    private static string OwnerWords(ExcessOwner owner) => owner switch
    {
        ExcessOwner.Upstream => "the wording stood in the release's own promotion before",
        ExcessOwner.Shared => "the release's own promotion and the later text both changed it",
        ExcessOwner.Downstream => "the later text made the change",
        ExcessOwner.None => "the later text says no more than the earlier",
        _ => "who made the change is not known",
    };

    private static string ScoreWords(DigestPrediction prediction)
    {
        var (set, score) = (prediction.Set, prediction.Score);
        if (!prediction.IsScored) return $"Not scored: {prediction.Standing}.";
        if (score.Expectation is not { } expectation || score.Brier is not { } brier)
            return score.Decided == 0 ? "Not scored yet: nothing is decided." : "Score not known: not all probabilities are.";
        var reported = set.ReportedScore is { } own && Math.Abs(own - expectation) >= 0.005 ? string.Create(CultureInfo.InvariantCulture, $" The forecaster reports {own:+0.00;-0.00;0.00}.") : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"Relative to this forecaster's expectation: {expectation:+0.00;-0.00;0.00} (0 is as expected; it is no measure of quality). Brier score {brier:0.000} (0 is best).{reported} The list: {prediction.Standing}.");
    }

    private static string StateWords(SourceState state) => state switch
    {
        SourceState.Answered => "answered",
        SourceState.Quiet => "gave less than usual",
        SourceState.Unreachable => "unreachable",
        SourceState.NotChecked => "not checked",
        _ => "switched off",
    };
}
