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
        if (withItems) foreach (var item in set.Items) Print(terminal, set, item);
        foreach (var line in Scores(set)) terminal.Note(line);
        if (!withItems) return;
        terminal.Note(Commitment.Holds(set) switch
        {
            true => FormattableString.Invariant($"hash {set.Commitment}, kept since {set.CommittedAt:yyyy-MM-dd HH:mm} UTC: it still says what was registered"),
            false => FormattableString.Invariant($"hash {set.Commitment}, kept since {set.CommittedAt:yyyy-MM-dd HH:mm} UTC: it was CHANGED since"),
            _ => "no hash was kept when it was registered",
        });
    }

    public static void Print(Terminal terminal, IReadOnlyList<CalibrationRow> table, string? remark)
    {
        terminal.Heading("Calibration: what was given a probability, and how much of it happened");
        foreach (var row in table)
            terminal.Aligned(FormattableString.Invariant($"{row.From,4:0%} - {row.To,4:0%}  {row.Count,3} decided  mean probability {row.MeanProbability:0.00}  happened {row.Happened:0.##} ({row.Happened / row.Count:0%})"));
        if (remark is not null) terminal.Note(remark);
    }

    /// <summary>The score of a set in words; never without what it is relative to.</summary>
    public static IEnumerable<string> Scores(PredictionSet set)
    {
        var (all, known) = (PredictionScore.Of(set), PredictionScore.OfKnown(set));
        var reported = set.ReportedScore is { } own ? FormattableString.Invariant($"; the forecaster reports {own:+0.00;-0.00;0.00}") : "";
        if (all.Expectation is { } score)
        {
            yield return FormattableString.Invariant(
                $"score {score:+0.00;-0.00;0.00} {PredictionScore.Meaning} (0 is as expected; no measure of quality), mean Brier {all.Brier:0.0000}, log {all.Log?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "not defined"}{reported}");
        }
        else if (known.Expectation is { } part)
        {
            yield return FormattableString.Invariant(
                $"incomplete: {known.Decided} of {all.Decided} decided predictions have a known probability; those give {part:+0.00;-0.00;0.00} {PredictionScore.Meaning}{reported}");
            if (PredictionScore.Remainder(set) is { } remainder)
                yield return FormattableString.Invariant($"the others must give {remainder:+0.00;-0.00;0.00} for that to be right: if all of them failed, their probabilities sum to {-remainder:0.00}");
        }
        else
        {
            yield return "not scored: nothing with a known probability is decided";
        }
    }

    private static void Print(Terminal terminal, PredictionSet set, Prediction item)
    {
        var probability = item.Probability is { } known ? known.ToString("0.##", CultureInfo.InvariantCulture) : "?";
        terminal.Aligned(FormattableString.Invariant($"{item.Number,3}. p {probability,-4}  {Outcome(item.Resolution, item.Fraction)}"));
        terminal.Quote(item.Statement);
        if (item.Rationale is { } why) terminal.Note($"because: {why}");
        foreach (var stated in set.Stated.Where(stated => stated.Number == item.Number))
            terminal.Note($"{(stated.IsDispute ? "disputed" : "stated")} by {stated.Resolver}: {Outcome(stated.Resolution, stated.Fraction)}{(stated.KnownAt is { } at ? $", known since {Day(at)}" : "")}{(stated.Claim is { } claim ? $", by {claim}" : "")}{(stated.Rationale is { } reason ? $" ({reason})" : "")}");
    }

    /// <summary>An outcome in words.</summary>
    public static string Outcome(Resolution resolution, double? fraction) => fraction is { } share ? FormattableString.Invariant($"{resolution.ToCode()} {share:0.##}") : resolution.ToCode();
}
