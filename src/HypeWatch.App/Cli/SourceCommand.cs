using System.CommandLine;
using HypeWatch.Sources;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch source</c>: where releases are announced.</summary>
internal static class SourceCommand
{
    private sealed record Listed(string Name, string Kind, string Url, bool IsOn, string? WhyOff, int EveryMinutes, SourceHealth? Health);

    /// <summary>Makes the verb.</summary>
    public static Command Make() => new("source", "Where releases are announced")
    {
        new Command("list", "List the sources, whether they are on, and how they have been doing").Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct, isQuiet: true) ?? context.Build();
            var catalog = app.Services.GetRequiredService<SourceCatalog>();
            var health = CommandContext.HasDatabase(app) ? await app.Services.GetRequiredService<SourceHealthStore>().ListAsync(ct) : [];
            var listed = catalog.All.Select(source => new Listed(
                source.Name, source.Kind, catalog.AddressOf(source), catalog.WhyOff(source) is null, catalog.WhyOff(source), source.EveryMinutes, health.FirstOrDefault(seen => seen.Name == source.Name))).ToList();
            if (context.Json) context.Out.Json(RowsAnswer<Listed>.Of(listed, int.MaxValue));
            else
                context.Out.Table(["source", "kind", "state", "address"], listed.Select(source => (IReadOnlyList<string>)[source.Name, source.Kind, State(source), source.Url]));
            return listed.Count > 0 ? ExitCode.Ok : ExitCode.NothingFound;
        }),
    };

    private static string State(Listed source) => source switch
    {
        { WhyOff: { } why } => "off: " + why,
        { Health: null } => "on, never asked",
        { Health: { FailuresInRow: > 0 } health } => FormattableString.Invariant($"failing {health.FailuresInRow} times: {health.LastOutcome}"),
        { Health: var health } => FormattableString.Invariant($"on, {health.LastPolledAt:yyyy-MM-dd HH:mm} UTC: {health.LastOutcome}"),
    };
}
