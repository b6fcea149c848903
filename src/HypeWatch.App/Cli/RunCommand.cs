using System.CommandLine;
using HypeWatch.App.Jobs;
using HypeWatch.App.Web;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Sources;
using HypeWatch.Storage;
using Microsoft.Extensions.Options;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch run</c>: the service, or one round of it.</summary>
internal static class RunCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var once = new Option<bool>("--once") { Description = "One round, then end" };
        var all = new Option<bool>("--all") { Description = "With --once: ask every source, not only those that are due" };
        return new Command("run", "Run the service: poll sources, read what is new, assess releases, write the weekly digest") { once, all }
            .Does((context, ct) => context.Value(once) ? OnceAsync(context, context.Value(all), ct) : ServeAsync(context, ct));
    }

    private static async Task<int> ServeAsync(CommandContext context, CancellationToken ct)
    {
        await using var app = context.Build(null, builder =>
        {
            builder.AddSchedule();
            builder.AddWebDoor();
        });
        await app.Services.GetRequiredService<PrepareDatabase>().RunAsync(ct);
        app.MapWebDoor();
        Introduce(context.Out, app.Services);
        var schedule = app.Services.GetRequiredService<IOptions<ScheduleSettings>>().Value;
        context.Out.Line($"Reads every {schedule.ReadMinutes} minutes, assesses every {schedule.AssessMinutes}; digest at '{schedule.DigestCron}' {schedule.TimeZone}, into {app.Services.GetRequiredService<DataDirectory>().Outbox}");
        try
        {
            await app.StartAsync(ct);
        }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new HypeWatchException($"{taken.Message} Set Web:Port (HypeWatch__Web__Port) to another port, or to 0 for any free one.", taken);
        }

        context.Out.Line($"Well while {app.Urls.First()}/healthz answers 200. Ctrl+C stops.");
        await app.WaitForShutdownAsync(ct);
        return ExitCode.Ok;
    }

    private static async Task<int> OnceAsync(CommandContext context, bool asksAll, CancellationToken ct)
    {
        await using var app = context.Build(null, builder => builder.AddOneRound());
        await app.Services.GetRequiredService<PrepareDatabase>().RunAsync(ct);
        Introduce(context.Out, app.Services);
        var round = app.Services.GetRequiredService<Round>();
        round.AsksAll = asksAll;
        await context.Out.ProgressAsync(async report =>
        {
            round.Watcher = report;
            await app.Services.GetRequiredService<OneRound>().RunAsync(ct);
            return true;
        });
        Summarise(context.Out, round);
        if (!round.Polls.Any(poll => poll.IsFailure) || round.Polls.Any(poll => poll.IsRead)) return ExitCode.Ok;
        context.Complain("no source could be read");
        return ExitCode.Failed;
    }

    /// <summary>Says how a round went.</summary>
    public static void Summarise(Terminal terminal, Round round)
    {
        foreach (var poll in round.Polls.Where(poll => poll.IsFailure)) terminal.Line($"source {poll.Source}: {poll.Reason}");
        var states = round.Items.GroupBy(item => item.Outcome.State).OrderBy(group => group.Key).Select(group => $"{group.Count()} {ClaimText.Words(group.Key)}");
        terminal.Line(FormattableString.Invariant($"{round.Polls.Count(poll => poll.State is not PollState.Off)} sources asked; {round.Items.Count} documents read{(round.Items.Count == 0 ? "" : $" ({string.Join(", ", states)})")}, {round.Items.Sum(item => item.Outcome.Claims)} claims"));
        if (round.Assessment is { } done) terminal.Line(AssessmentText.Of(done));
    }

    /// <summary>The first lines: what it will do, where its data lies, and whether a language model is asked.</summary>
    private static void Introduce(Terminal terminal, IServiceProvider services)
    {
        var catalog = services.GetRequiredService<SourceCatalog>();
        var off = catalog.All.Count(source => catalog.WhyOff(source) is not null);
        var llm = services.GetRequiredService<LlmSettings>();
        terminal.Line("HypeWatch reads what its sources announce, extracts claims, and flags what may exceed its evidence.");
        terminal.Line($"Data: {services.GetRequiredService<DataDirectory>().Path} ({services.GetRequiredService<Database>().Description})");
        terminal.Line($"Sources: {catalog.All.Count - off} on, {off} off{(off == 0 ? "" : " (hypewatch source list says why)")}");
        terminal.Line(llm.IsConfigured ? $"Language model: {llm}" : "Language model: none; claims are read by rules, and everything works. Llm:Model switches one on.");
    }
}
