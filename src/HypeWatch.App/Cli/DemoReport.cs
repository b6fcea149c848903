using HypeWatch.Model;
using HypeWatch.Predictions;
using HypeWatch.Queries;
using HypeWatch.Storage;

namespace HypeWatch.App.Cli;

/// <summary>What the demo shows at its end: flags with both quotes, releases without a flag, rejected edges, predictions, and where everything lies.</summary>
internal static class DemoReport
{
    private sealed record Answer(bool Ok, IReadOnlyList<FlagView> Flags, IReadOnlyList<PredictionSet> Predictions, string Database, string Outbox);

    /// <summary>Prints it.</summary>
    public static async Task PrintAsync(CommandContext context, IServiceProvider services, string directory, CancellationToken ct)
    {
        var flags = await services.GetRequiredService<FlagQueries>().FindAsync(new FlagFilter(Limit: 1000), ct);
        var sets = await services.GetRequiredService<PredictionStore>().ListAsync(ct);
        var places = services.GetRequiredService<DataDirectory>();
        if (context.Json)
        {
            context.Out.Json(new Answer(true, flags, sets, places.DatabaseFile, places.Outbox));
            return;
        }

        var terminal = context.Out;
        terminal.Line();
        terminal.Heading($"Flags: questions with evidence, not verdicts ({flags.Count})");
        terminal.Line();
        foreach (var flag in flags) FlagText.Print(terminal, flag);
        terminal.Heading("Predictions registered before the release");
        foreach (var set in sets) Print(terminal, set);
        terminal.Line();
        terminal.Heading("Where it lies");
        terminal.Note($"database  {places.DatabaseFile}");
        terminal.Note($"archive   {places.Archive}");
        if (Directory.Exists(places.Outbox))
            foreach (var file in Directory.EnumerateFiles(places.Outbox, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)) terminal.Note($"digest    {file}");
        terminal.Line($"Ask it more: hypewatch claims --data-directory {directory}");
    }

    private static void Print(Terminal terminal, PredictionSet set)
    {
        var score = PredictionScore.Of(set);
        terminal.Note(FormattableString.Invariant($"{set.Forecaster}, {set.MadeOn:yyyy-MM-dd}, {set.Items.Count} predictions: {score.Happened:0.##} of {score.Decided} decided ones happened"));
        if (score.Expectation is { } expectation)
            terminal.Note(FormattableString.Invariant($"score {expectation:+0.00;-0.00;0.00} (0 is as this forecaster expected; no measure of quality), Brier {score.Brier:0.000}, reported {set.ReportedScore:+0.00;-0.00;0.00}"));
    }
}
