using System.CommandLine;
using HypeWatch.App.Jobs;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Sources;
using HypeWatch.Storage;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch add</c>: reads addresses, files and folders.</summary>
internal static class AddCommand
{
    private const int ReasonsShown = 50;

    /// <summary>What <c>add --json</c> answers.</summary>
    private sealed record Answer(bool Ok, IReadOnlyDictionary<string, int> States, AssessmentReport? Assessment, IReadOnlyList<Stopped> Stopped, IReadOnlyList<string> Warnings);

    private sealed record Stopped(string Url, string State, string? Stage, string? Reason);

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var inputs = new Argument<string[]>("inputs") { Description = "Web addresses, files and folders", Arity = ArgumentArity.OneOrMore };
        var anyTopic = new Option<bool>("--any-topic") { Description = "Read them also where they seem to be about something else" };
        return new Command("add", "Read addresses, files and folders") { inputs, anyTopic }.Does(async (context, ct) =>
        {
            await using var app = context.Build();
            await app.Services.GetRequiredService<PrepareDatabase>().RunAsync(ct);
            var (found, warnings) = await ExpandAsync(context.Value(inputs)!, app.Services.GetRequiredService<DataDirectory>(), ct);
            IReadOnlyList<SourceItem> items = context.Value(anyTopic) ? [.. found.Select(item => item with { Metadata = item.Metadata with { AnyTopic = true } })] : found;
            foreach (var warning in warnings) context.Complain(warning);

            var done = 0;
            var read = await context.Remarks.ProgressAsync(report =>
                app.Services.GetRequiredService<IngestQueue>().RunAsync(items, onlyDue: false, new Watch<IngestedItem>(item => report("add", ++done, items.Count, IngestText.Line(item))), ct));
            var assessment = await app.Services.GetRequiredService<AssessRelease>().RunAllAsync(ct);
            return Print(context, read, assessment, warnings);
        });
    }

    private static async Task<(IReadOnlyList<SourceItem> Items, IReadOnlyList<string> Warnings)> ExpandAsync(
        IReadOnlyList<string> arguments, DataDirectory data, CancellationToken ct)
    {
        var items = new Dictionary<string, SourceItem>(StringComparer.Ordinal);
        var warnings = new List<string>();
        foreach (var argument in arguments)
        {
            try
            {
                var expanded = await LocalInput.ExpandAsync(argument, data.Path, ct);
                foreach (var item in expanded.Items) items.TryAdd(item.Key, item);
                warnings.AddRange(expanded.Warnings);
            }
            catch (InputException problem)
            {
                warnings.Add(problem.Message);
            }
        }

        return ([.. items.Values], warnings);
    }

    private static int Print(CommandContext context, IReadOnlyList<IngestedItem> read, AssessmentReport assessment, IReadOnlyList<string> warnings)
    {
        var states = read.GroupBy(item => item.Outcome.State).OrderBy(group => group.Key).ToDictionary(group => group.Key.ToCode(), group => group.Count());
        var stopped = read.Where(item => item.Outcome.State is not ItemState.Done)
            .Select(item => new Stopped(item.Item.DocumentUrl, item.Outcome.State.ToCode(), item.Outcome.Stage, item.Outcome.Reason)).ToList();
        // What could not even be fetched was not processed; a document that was skipped or parked with a reason was.
        var nothing = read.All(item => item.Outcome is { State: ItemState.Retry or ItemState.Parked or ItemState.Running, Stage: "fetch" or "queue" });
        if (context.Json)
        {
            context.Out.Json(new Answer(!nothing, states, assessment, stopped, warnings));
        }
        else
        {
            foreach (var item in stopped.Take(ReasonsShown)) context.Out.Line($"{item.State.Replace('_', '-')}: {item.Url}: {item.Reason}");
            if (stopped.Count > ReasonsShown) context.Out.Line(FormattableString.Invariant($"... and {stopped.Count - ReasonsShown} more; hypewatch trace FILE says why"));
            if (stopped.Any(item => item.State == ItemState.OffTopic.ToCode())) context.Out.Line("hypewatch add --any-topic reads what is off topic all the same");
            if (read.Count > 0) context.Out.Line($"{Count.Of(read.Count, "document")}: {string.Join(", ", states.Select(state => FormattableString.Invariant($"{state.Value} {state.Key.Replace('_', '-')}")))}; {Count.Of(read.Sum(item => item.Outcome.Claims), "claim")}");
            context.Out.Line(AssessmentText.Of(assessment));
        }

        if (nothing) context.Complain(read.Count == 0 ? "there was nothing to process" : "nothing could be processed");
        return nothing ? ExitCode.Failed : ExitCode.Ok;
    }
}
