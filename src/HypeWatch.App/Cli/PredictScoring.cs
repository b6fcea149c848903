using System.CommandLine;
using HypeWatch.Model;
using HypeWatch.Predictions;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch predict score</c>: scores and calibration, whole and cut by set, forecaster, topic and horizon.</summary>
internal static class PredictScoring
{
    private sealed record ScoreRow(
        PredictionSetId Set, string Forecaster, DateOnly MadeOn, string About, ReleaseId? Release, string Standing, bool IsScored, Score Score, string ScoreIs, bool Incomplete, Score OfKnown,
        double? ReportedExpectationScore, double? Remainder);

    private sealed record ScoreAnswer(bool Ok, string Meaning, IReadOnlyList<ScoreRow> Sets, IReadOnlyList<PredictionCut> Cuts, IReadOnlyList<CalibrationRow> Calibration, string? Remark);

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var (id, forecaster) = (new Option<string?>("--set") { Description = "Only this set (prd-..., or its beginning)", HelpName = "ID" }, PredictCommand.Forecaster());
        var topic = new Option<string?>("--topic") { Description = "Only predictions on this topic", HelpName = "TOPIC" };
        var horizon = new Option<string?>("--horizon") { Description = $"Cut by the days between when they were made and when the outcome could be known; with a value, only those: {string.Join(", ", Horizon.Names)}", HelpName = "RANGE", Arity = ArgumentArity.ZeroOrOne };
        return new Command("score", "Scores relative to the forecaster's expectation, and the calibration table, whole and cut by set, forecaster, topic and horizon") { id, forecaster, topic, horizon }.Does(async (context, ct) =>
        {
            var all = await PredictCommand.LoadAsync(context, ct);
            var wanted = context.Value(id) is { } words ? PredictCommand.Find(all, words) : null;
            if (context.Value(id) is { } unknown && wanted is null)
            {
                context.Complain($"there is no set of predictions '{unknown}'");
                return ExitCode.NothingFound;
            }

            var range = context.Value(horizon) is { Length: > 0 } said
                ? Horizon.Names.FirstOrDefault(name => name == said || name.StartsWith(said + " ", StringComparison.OrdinalIgnoreCase)) ?? throw new UsageException($"--horizon: '{said}' is no range; known: {string.Join(", ", Horizon.Names)}")
                : null;
            var sets = PredictionCuts.Narrow(all, new(wanted?.Id, context.Value(forecaster), context.Value(topic), range));
            if (context.Json) context.Out.Json(Answer(sets));
            else Print(context.Out, sets, context.Has(horizon));
            return PredictCommand.Found(context, sets);
        });
    }

    private static ScoreAnswer Answer(IReadOnlyList<PredictionSet> sets) => new(
        true, PredictionScore.Meaning,
        [
            .. sets.Select(set => new ScoreRow(
                set.Id, set.Forecaster, set.MadeOn, set.About, set.Release, Registration.Words(set), Registration.IsScored(set), PredictionScore.Of(set), PredictionScore.Meaning, PredictionScore.IsIncomplete(set),
                PredictionScore.OfKnown(set), set.ReportedScore, PredictionScore.Remainder(set))),
        ],
        PredictionCuts.Of(sets), Calibration.Of(sets), Calibration.Remark(sets));

    private static void Print(Terminal terminal, IReadOnlyList<PredictionSet> sets, bool byHorizon)
    {
        var cuts = PredictionCuts.Of(sets);
        foreach (var set in sets)
        {
            PredictText.Print(terminal, set, withItems: false);
            // With one set alone the table below says it.
            if (sets.Count > 1 && cuts.FirstOrDefault(cut => cut.By == "set" && cut.Name == set.Id.Value)?.Remark is { } remark) terminal.Note(remark);
        }

        if (sets.Count > 1) PredictText.Print(terminal, "forecaster", cuts.Where(cut => cut.By == "forecaster"));
        if (cuts.Any(cut => cut is { By: "topic", Name: not PredictionCuts.NoTopic })) PredictText.Print(terminal, "topic", cuts.Where(cut => cut.By == "topic"));
        if (byHorizon) PredictText.Print(terminal, "horizon", cuts.Where(cut => cut.By == "horizon"));
        PredictText.Print(terminal, Calibration.Of(sets), Calibration.Remark(sets));
    }
}
