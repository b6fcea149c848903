using System.CommandLine;
using HypeWatch.Model;
using HypeWatch.Predictions;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch predict</c>: predictions that were registered before a release, how they came out, and what that says of the forecast.</summary>
internal static class PredictCommand
{
    private sealed record SetAnswer(bool Ok, string Meaning, PredictionSet Set, Score Score, bool Incomplete, Score OfKnown, double? Remainder, bool? CommitmentHolds, string Standing, IReadOnlyList<string> Precedence);

    /// <summary>Makes the verb.</summary>
    public static Command Make() => new("predict", "Predictions registered before a release: add, import, list, show, propose, resolve, score, export")
    {
        PredictWriting.Add(), PredictWriting.Import(), List(), Show(), PredictProposing.Make(), PredictResolving.Make(), PredictScoring.Make(), PredictExport.Make(),
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
            var sets = PredictionCuts.Narrow(await LoadAsync(context, ct), new(Forecaster: context.Value(forecaster)));
            if (context.Json) context.Out.Json(RowsAnswer<PredictionSet>.Of(sets, int.MaxValue));
            else context.Out.Table(["id", "made", "forecaster", "items", "about"], sets.Select(set => (IReadOnlyList<string>)[set.Id.Value, PredictText.Day(set.MadeOn), set.Forecaster, PredictText.Decided(set), set.About]));
            return Found(context, sets);
        });
    }

    private static Command Show()
    {
        var id = new Argument<string>("id") { Description = "Id of a set (prd-...), or its beginning" };
        return new Command("show", "A set with its outcomes, who stated them, its hash, and whether hash or archive time precede the release") { id }.Does(async (context, ct) =>
        {
            if (Find(await LoadAsync(context, ct), context.Value(id)!) is not { } set)
            {
                context.Complain($"there is no set of predictions '{context.Value(id)}'");
                return ExitCode.NothingFound;
            }

            if (context.Json)
                context.Out.Json(new SetAnswer(
                    true, PredictionScore.Meaning, set, PredictionScore.Of(set), PredictionScore.IsIncomplete(set), PredictionScore.OfKnown(set), PredictionScore.Remainder(set), Commitment.Holds(set), Registration.Words(set),
                    [.. Precedence.Words(set)]));
            else PredictText.Print(context.Out, set, withItems: true);
            return ExitCode.Ok;
        });
    }

    public static Option<string?> Forecaster() => new("--forecaster") { Description = "Only sets of this forecaster", HelpName = "NAME" };

    public static async Task<IReadOnlyList<PredictionSet>> LoadAsync(CommandContext context, CancellationToken ct)
    {
        await using var app = await context.OpenForReadingAsync(ct);
        return app is null ? [] : await app.Services.GetRequiredService<PredictionStore>().ListAsync(ct);
    }

    public static int Found(CommandContext context, IReadOnlyList<PredictionSet> sets)
    {
        if (sets.Count > 0) return ExitCode.Ok;
        if (!context.Json) context.Complain("no such set of predictions is registered");
        return ExitCode.NothingFound;
    }
}
