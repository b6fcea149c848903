using System.CommandLine;
using HypeWatch.Model;
using HypeWatch.Predictions;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch predict</c>: predictions that were registered before a release, how they came out, and what that says of the forecast.</summary>
internal static class PredictCommand
{
    private sealed record SetAnswer(bool Ok, string Meaning, PredictionSet Set, Score Score, bool? CommitmentHolds);

    private sealed record ScoreRow(PredictionSetId Set, string Forecaster, DateOnly MadeOn, string About, Score Score, double? ReportedScore, double? Remainder);

    private sealed record ScoreAnswer(bool Ok, string Meaning, IReadOnlyList<ScoreRow> Sets, IReadOnlyList<CalibrationRow> Calibration, string? Remark);

    /// <summary>Makes the verb.</summary>
    public static Command Make() => new("predict", "Predictions registered before a release: add, import, list, show, propose, resolve, score, export")
    {
        PredictWriting.Add(), PredictWriting.Import(), List(), Show(), PredictProposing.Make(), PredictWriting.Resolve(), ScoreSets(), Export(),
    };

    /// <summary>The set of an id, or of the only id that begins so.</summary>
    public static PredictionSet? Find(IReadOnlyList<PredictionSet> sets, string id)
    {
        var found = sets.Where(set => set.Id.Value == id || set.Id.Value.StartsWith(id, StringComparison.Ordinal)).Take(2).ToList();
        return found.Count == 1 ? found[0] : sets.FirstOrDefault(set => set.Id.Value == id);
    }

    private static Command List()
    {
        var forecaster = Forecaster();
        return new Command("list", "The registered sets, oldest first") { forecaster }.Does(async (context, ct) =>
        {
            var sets = await LoadAsync(context, forecaster, ct);
            if (context.Json) context.Out.Json(RowsAnswer<PredictionSet>.Of(sets, int.MaxValue));
            else context.Out.Table(["id", "made", "forecaster", "items", "about"], sets.Select(set => (IReadOnlyList<string>)[set.Id.Value, PredictText.Day(set.MadeOn), set.Forecaster, PredictText.Decided(set), set.About]));
            return Found(context, sets);
        });
    }

    private static Command Show()
    {
        var id = new Argument<string>("id") { Description = "Id of a set (prd-...), or its beginning" };
        return new Command("show", "A set with its outcomes, who stated them, and its hash") { id }.Does(async (context, ct) =>
        {
            if (Find(await LoadAsync(context, null, ct), context.Value(id)!) is not { } set)
            {
                context.Complain($"there is no set of predictions '{context.Value(id)}'");
                return ExitCode.NothingFound;
            }

            if (context.Json) context.Out.Json(new SetAnswer(true, PredictionScore.Meaning, set, PredictionScore.Of(set), Commitment.Holds(set)));
            else PredictText.Print(context.Out, set, withItems: true);
            return ExitCode.Ok;
        });
    }

    private static Command ScoreSets()
    {
        var forecaster = Forecaster();
        return new Command("score", "Scores relative to the forecaster's expectation, and the calibration table") { forecaster }.Does(async (context, ct) =>
        {
            var sets = await LoadAsync(context, forecaster, ct);
            var table = Calibration.Of(sets);
            if (context.Json)
                context.Out.Json(new ScoreAnswer(
                    true, PredictionScore.Meaning,
                    [.. sets.Select(set => new ScoreRow(set.Id, set.Forecaster, set.MadeOn, set.About, PredictionScore.Of(set), set.ReportedScore, PredictionScore.Remainder(set)))], table, Calibration.Remark(sets)));
            else
            {
                foreach (var set in sets) PredictText.Print(context.Out, set, withItems: false);
                PredictText.Print(context.Out, table, Calibration.Remark(sets));
            }

            return Found(context, sets);
        });
    }

    private static Command Export()
    {
        var forecaster = Forecaster();
        var format = new Option<string>("--format") { Description = "csv, json or markdown", DefaultValueFactory = _ => "csv", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("csv", "json", "markdown");
        return new Command("export", "Writes sets as CSV, JSON or Markdown; predict import reads them back") { forecaster, format }.Does(async (context, ct) =>
        {
            var sets = await LoadAsync(context, forecaster, ct);
            if (context.Json || context.Value(format) == "json") context.Out.Json(PredictExport.Json(sets));
            else context.Out.Line((context.Value(format) == "csv" ? PredictionCsv.Write(sets) : PredictExport.Markdown(sets)).TrimEnd());
            return Found(context, sets);
        });
    }

    private static Option<string?> Forecaster() => new("--forecaster") { Description = "Only sets of this forecaster", HelpName = "NAME" };

    private static async Task<IReadOnlyList<PredictionSet>> LoadAsync(CommandContext context, Option<string?>? forecaster, CancellationToken ct)
    {
        await using var app = await context.OpenForReadingAsync(ct);
        var sets = app is null ? [] : await app.Services.GetRequiredService<PredictionStore>().ListAsync(ct);
        var wanted = forecaster is null ? null : context.Value(forecaster);
        return [.. sets.Where(set => wanted is null || set.Forecaster.Equals(wanted, StringComparison.OrdinalIgnoreCase))];
    }

    private static int Found(CommandContext context, IReadOnlyList<PredictionSet> sets)
    {
        if (sets.Count > 0) return ExitCode.Ok;
        if (!context.Json) context.Complain("no set of predictions is registered");
        return ExitCode.NothingFound;
    }
}
