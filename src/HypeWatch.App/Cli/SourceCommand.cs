using System.CommandLine;
using HypeWatch.Model;
using HypeWatch.Sources;
using HypeWatch.Sources.Apis;
using HypeWatch.Sources.Watching;
using HypeWatch.Storage;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch source</c>: where releases are announced.</summary>
internal static class SourceCommand
{
    private const int ShownEvents = 30;
    private const int ShownDays = 14;

    private sealed record Shown(SourceLine Source, ItemBand? Band, IReadOnlyList<SourceDay> Days, IReadOnlyList<StoredSourceEvent> Events, decimal MonthlyBudget, decimal SpentThisMonth);

    private sealed record Tried(bool Ok, string Source, string On, string State, string Reason, IReadOnlyList<SourceItem> Items);

    /// <summary>Makes the verb.</summary>
    public static Command Make() => new("source", "Where releases are announced") { ListVerb(), ShowVerb(), TestVerb() };

    private static Command ListVerb() => new Command("list", "List the sources, whether they are on, and how they have been doing").Does(async (context, ct) =>
    {
        await using var app = await context.OpenForReadingAsync(ct, isQuiet: true) ?? context.Build();
        var listed = await ListAsync(app, ct);
        if (context.Json) context.Out.Json(RowsAnswer<SourceLine>.Of(listed, int.MaxValue));
        else context.Out.Table(["source", "kind", "state", "next", "address"], listed.Select(source => (IReadOnlyList<string>)[source.Name, source.Kind, source.State, At(source.Health?.NextAttemptAt), source.Url]));
        return listed.Count > 0 ? ExitCode.Ok : ExitCode.NothingFound;
    });

    private static Command ShowVerb()
    {
        var name = new Argument<string>("name") { Description = "Name of a source" };
        return new Command("show", "How a source has been doing: its state, its days, and what changed in it") { name }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct, isQuiet: true) ?? context.Build();
            var (settings, source) = Find(app, await ListAsync(app, ct), context.Value(name)!);
            if (settings is null || source is null) return Unknown(context, context.Value(name)!);
            var store = app.Services.GetRequiredService<SourceHealthStore>();
            var isThere = CommandContext.HasDatabase(app);
            var days = isThere ? await store.DaysAsync(settings.Name, ct) : [];
            var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
            var band = SourceHealthStore.BandOf(settings, days, now);
            var shown = new Shown(
                source, band, days, isThere ? await store.EventsAsync(settings.Name, ShownEvents, ct) : [], settings.MonthlyBudget,
                isThere ? await app.Services.GetRequiredService<SourceMemory>().SpentAsync(settings.Name, now, ct) : 0);
            if (context.Json) context.Out.Json(shown);
            else Print(context.Out, shown);
            return ExitCode.Ok;
        });
    }

    private static Command TestVerb()
    {
        var name = new Argument<string>("name") { Description = "Name of a source" };
        var live = new Option<bool>("--live") { Description = "Ask the source once on the web; nothing is kept" };
        return new Command("test", "Try the settings of a source on its saved answer (Sample), or once on the web") { name, live }.Does(async (context, ct) =>
        {
            await using var app = context.Build();
            var settings = app.Services.GetRequiredService<SourceCatalog>().All.FirstOrDefault(source => source.Name.Equals(context.Value(name), StringComparison.OrdinalIgnoreCase));
            if (settings is null) return Unknown(context, context.Value(name)!);
            if (!context.Value(live) && settings.Sample is null)
            {
                context.Complain($"the source {settings.Name} has no saved answer: set Sample in its entry, or use --live");
                return ExitCode.Usage;
            }

            var trial = app.Services.GetRequiredService<SourceTrial>();
            var sample = settings.Sample is null ? "" : Path.GetFullPath(Path.Combine(app.Services.GetRequiredService<DataDirectory>().Path, settings.Sample));
            var poll = context.Value(live) ? await trial.AskAsync(settings, ct) : await trial.ReplayAsync(settings, sample, ct);
            var tried = new Tried(poll.State is PollState.Read, settings.Name, context.Value(live) ? settings.Url : sample, poll.State.ToString(), poll.Reason, poll.Items);
            if (context.Json) context.Out.Json(tried);
            else
            {
                context.Out.Line($"{tried.Source} on {tried.On}: {tried.Reason}");
                context.Out.Table(["date", "title", "address"], poll.Items.Select(item => (IReadOnlyList<string>)[item.Metadata.Published?.ToString() ?? "", item.Metadata.Title ?? "", item.Url]));
            }

            return tried.Ok ? ExitCode.Ok : ExitCode.Failed;
        });
    }

    private static async Task<IReadOnlyList<SourceLine>> ListAsync(WebApplication app, CancellationToken ct) => SourceLine.Of(
        app.Services.GetRequiredService<SourceCatalog>(), CommandContext.HasDatabase(app) ? await app.Services.GetRequiredService<SourceHealthStore>().ListAsync(ct) : []);

    private static (SourceSettings? Settings, SourceLine? Source) Find(WebApplication app, IReadOnlyList<SourceLine> listed, string name) => (
        app.Services.GetRequiredService<SourceCatalog>().All.FirstOrDefault(source => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase)),
        listed.FirstOrDefault(source => source.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));

    private static int Unknown(CommandContext context, string name)
    {
        context.Complain($"there is no source '{name}'; hypewatch source list names them");
        return ExitCode.NothingFound;
    }

    private static void Print(Terminal terminal, Shown shown)
    {
        var source = shown.Source;
        terminal.Line($"{source.Name} ({source.Kind}) {source.Url}");
        terminal.Line($"State: {source.State}");
        terminal.Line($"Last success {At(source.Health?.LastSuccessAt)}, last new item {At(source.Health?.LastNewAt)}, next look {At(source.Health?.NextAttemptAt)}");
        terminal.Line(shown.Band is { } band
            ? FormattableString.Invariant($"Usual in 30 days: {band.AtLeast} to {(band.AtMost == int.MaxValue ? "any number of" : band.AtMost)} new items ({(band.IsLearnt ? "learnt" : "set")})")
            : "Usual in 30 days: not known yet");
        if (shown.MonthlyBudget > 0) terminal.Line(FormattableString.Invariant($"Spent this month: ${shown.SpentThisMonth:0.00} of ${shown.MonthlyBudget:0.00} (MonthlyBudget)"));
        if (shown.Days.Count > 0) terminal.Table(["day", "looks", "failed", "new"], shown.Days.TakeLast(ShownDays).Select(day => (IReadOnlyList<string>)[$"{day.Day:yyyy-MM-dd}", $"{day.Polls}", $"{day.Failures}", $"{day.NewItems}"]));
        if (shown.Events.Count > 0)
        {
            terminal.Table(["when", "what", "before", "after", "because"], shown.Events.Select(seen => (IReadOnlyList<string>)[
                $"{seen.At:yyyy-MM-dd HH:mm}", seen.Event.Kind.ToCode(), seen.Event.Before ?? "", seen.Event.After ?? "", seen.Event.Reason]));
        }
    }

    private static string At(DateTimeOffset? at) => at is { } time ? FormattableString.Invariant($"{time:yyyy-MM-dd HH:mm}") : "-";
}
