using System.Globalization;
using HypeWatch.Model;
using HypeWatch.Predictions;

namespace HypeWatch.App.Cli;

/// <summary>Predictions in words. No score without what it is relative to.</summary>
internal static class PredictText
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Decided(PredictionSet set) => FormattableString.Invariant($"{set.Items.Count} ({set.Items.Count(item => PredictionScore.OutcomeOf(item) is not null)} decided)");

    public static void Print(Terminal terminal, PredictionSet set, bool withItems)
    {
        terminal.Heading($"{set.About}");
        terminal.Note(FormattableString.Invariant($"{set.Forecaster}, {set.MadeOn:yyyy-MM-dd}, {Decided(set)}  {set.Id}"));
        if (withItems)
        {
            if (Terms(set.Topic, set.Deadline, set.Criteria) is { } terms) terminal.Note(terms);
            foreach (var item in set.Items) Print(terminal, set, item);
        }

        foreach (var line in Scores(set)) terminal.Note(line);
        terminal.Note(Standing(set));
        if (set.Bound is { } bound) terminal.Note($"release {set.Release}: {bound.Title}");
        if (!withItems) return;
        foreach (var line in Precedence.Words(set)) terminal.Note(line);
    }

    public static void Print(Terminal terminal, IReadOnlyList<CalibrationRow> table, string? remark)
    {
        terminal.Heading("Calibration: what was given a probability, and how much of it happened");
        foreach (var row in table) terminal.Aligned(Row(row));
        if (remark is not null) terminal.Note(remark);
    }

    /// <summary>Scores and calibration of the cuts by one thing.</summary>
    public static void Print(Terminal terminal, string by, IEnumerable<PredictionCut> cuts)
    {
        terminal.Heading($"By {by}");
        foreach (var cut in cuts)
        {
            terminal.Note($"{cut.Name}: {CutWords(cut)}");
            foreach (var row in cut.Calibration) terminal.Aligned(Row(row));
            if (cut.Remark is not null) terminal.Note(cut.Remark);
        }
    }

    /// <summary>The score of a cut in words.</summary>
    public static string CutWords(PredictionCut cut) =>
        (cut.Score.Expectation is { } score
            ? FormattableString.Invariant($"score {score:+0.00;-0.00;0.00} {cut.ScoreIs}, mean Brier {cut.Score.Brier:0.0000}, log {cut.Score.Log?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "not defined"}, {cut.Score.Decided} decided")
            : "not scored: nothing with a known probability is decided")
        + (cut.Left > 0 ? FormattableString.Invariant($"; {cut.Left} more decided without a known probability") : "");

    /// <summary>How a set stands to its release, as a sentence; the same words at every place.</summary>
    public static string Standing(PredictionSet set) => $"The list: {Registration.Words(set)}.";

    /// <summary>The score of a set in words; never without what it is relative to.</summary>
    public static IEnumerable<string> Scores(PredictionSet set)
    {
        if (!Registration.IsScored(set))
        {
            yield return $"not scored: {Registration.Words(set)}";
            yield break;
        }

        var (all, known) = (PredictionScore.Of(set), PredictionScore.OfKnown(set));
        var reported = set.ReportedScore is { } own ? FormattableString.Invariant($"; the forecaster reports {own:+0.00;-0.00;0.00}") : "";
        if (all.Expectation is { } score && !PredictionScore.IsIncomplete(set))
            yield return FormattableString.Invariant(
                $"score {score:+0.00;-0.00;0.00} {PredictionScore.Meaning} (0 is as expected; no measure of quality), mean Brier {all.Brier:0.0000}, log {all.Log?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "not defined"}{reported}");
        else if (known.Expectation is { } part)
        {
            var without = set.Items.Count(item => item.Probability is null && item.Resolution is not Resolution.Void);
            yield return FormattableString.Invariant(
                $"incomplete: {without} of {set.Items.Count} predictions have no known probability; the {known.Decided} decided ones that have give {part:+0.00;-0.00;0.00} {PredictionScore.Meaning}, mean Brier {known.Brier:0.0000}{reported}");
            if (PredictionScore.Remainder(set) is { } remainder)
                yield return FormattableString.Invariant($"the {without} without must give {remainder:+0.00;-0.00;0.00} for that to be right: if all of them failed, their probabilities sum to {-remainder:0.00}");
        }
        else
        {
            yield return "not scored: nothing with a known probability is decided";
        }
    }

    /// <summary>What somebody says of an outcome, in words.</summary>
    public static string Words(StatedResolution stated, Prediction item)
    {
        var kind = !stated.IsDispute ? "stated" : stated.SaysSame(item.Resolution, item.Fraction) ? "likewise stated" : "disputed";
        string?[] parts =
        [
            $"{kind} by {stated.Resolver}: {Outcome(stated.Resolution, stated.Fraction)}", stated.KnownAt is { } known ? $"known since {Day(known)}" : null,
            stated.ResolvedAt is { } at ? FormattableString.Invariant($"written down {at:yyyy-MM-dd HH:mm} UTC") : null, stated.Claims.Count > 0 ? $"by {string.Join(", ", stated.Claims)}" : null,
        ];
        return string.Join(", ", parts.OfType<string>()) + (stated.Rationale is { } reason ? $" ({reason})" : "");
    }

    /// <summary>Topic, deadline and criteria in words; null when none is set.</summary>
    public static string? Terms(string? topic, DateOnly? deadline, string? criteria)
    {
        string?[] parts = [topic is null ? null : $"topic: {topic}", deadline is { } day ? $"by {Day(day)}" : null, criteria is null ? null : $"settled by: {criteria}"];
        return parts.OfType<string>().ToList() is { Count: > 0 } said ? string.Join("; ", said) : null;
    }

    private static void Print(Terminal terminal, PredictionSet set, Prediction item)
    {
        var probability = item.Probability is { } known ? known.ToString("0.##", CultureInfo.InvariantCulture) : "?";
        terminal.Aligned(FormattableString.Invariant($"{item.Number,3}. p {probability,-4}  {Outcome(item.Resolution, item.Fraction)}{(item.KnownAt is { } at ? $", known since {Day(at)}" : "")}"));
        terminal.Quote(item.Statement);
        if (Terms(item.Topic, item.Deadline, item.Criteria) is { } terms) terminal.Note(terms);
        if (item.Rationale is { } why) terminal.Note($"because: {why}");
        foreach (var stated in set.Stated.Where(stated => stated.Number == item.Number)) terminal.Note(Words(stated, item));
    }

    private static string Row(CalibrationRow row) => FormattableString.Invariant(
        $"{row.From,4:0%} - {row.To,4:0%}  {row.Count,3} decided  mean probability {row.MeanProbability:0.00}  happened {row.Happened:0.##} ({row.Happened / row.Count:0%})");

    /// <summary>An outcome in words.</summary>
    public static string Outcome(Resolution resolution, double? fraction) => fraction is { } share ? FormattableString.Invariant($"{resolution.ToCode()} {share:0.##}") : resolution.ToCode();
}
