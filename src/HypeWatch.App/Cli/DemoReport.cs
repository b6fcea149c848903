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
        var open = flags.Where(flag => flag.Flag.Status is not FlagStatus.Candidate).ToList();
        terminal.Heading(FormattableString.Invariant($"Flags: questions with evidence, not verdicts ({open.Count}, and {flags.Count - open.Count} lesser ones on the same claims)"));
        terminal.Line();
        foreach (var flag in open) FlagText.Print(terminal, flag);
        terminal.Heading("Not flagged");
        var claims = services.GetRequiredService<ClaimQueries>();
        var flagged = flags.Select(flag => flag.Document.Id).ToHashSet();
        foreach (var claimed in (await claims.FindAsync(new ClaimFilter(Limit: 10_000), ct)).GroupBy(claim => claim.Document).Where(group => !flagged.Contains(group.Key.Id)))
            terminal.Note(FormattableString.Invariant($"{claimed.Key.Title} ({claimed.Key.Publisher ?? claimed.First().Claim.Asserter}): {claimed.Count()} claims, none flagged, whatever others made of them"));
        foreach (var edge in await claims.RejectedEdgesAsync(ct))
            terminal.Note($"“{edge.DownstreamTitle}” points to “{edge.UpstreamTitle}” and is older than it, so nothing in it comes from there");
        terminal.Line();
        terminal.Heading("Predictions about a release");
        foreach (var set in sets) Print(terminal, set);
        terminal.Line();
        terminal.Heading("Where it lies");
        terminal.Aligned($"database  {places.DatabaseFile}");
        terminal.Aligned($"archive   {places.Archive}");
        if (Directory.Exists(places.Outbox))
            foreach (var file in Directory.EnumerateFiles(places.Outbox, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)) terminal.Aligned($"digest    {file}");
        terminal.Line($"Ask it more: hypewatch claims --data-directory {directory}");
    }

    private static void Print(Terminal terminal, PredictionSet set)
    {
        var score = PredictionScore.Of(set);
        terminal.Note(FormattableString.Invariant($"{set.Forecaster}, {set.MadeOn:yyyy-MM-dd}, {set.Items.Count} predictions: {score.Happened:0.##} of {score.Decided} decided ones happened"));
        foreach (var line in PredictText.Scores(set)) terminal.Note(line);
        terminal.Note(PredictText.Standing(set));
    }
}
