using System.CommandLine;
using HypeWatch.Model;
using HypeWatch.Predictions;
using HypeWatch.Storage;

namespace HypeWatch.App.Cli;

/// <summary>The verbs below <c>predict</c> that write.</summary>
internal static class PredictWriting
{
    private sealed record Written(bool Ok, IReadOnlyList<PredictionSetId> Sets);

    public static Command Add()
    {
        var (forecaster, made, about) = (Text("--forecaster", "Who predicts"), Made(), Text("--about", "What release the predictions are about"));
        var items = new Argument<string[]>("predictions") { Description = "Each a line such as '(90%) they compare with a baseline'", Arity = ArgumentArity.OneOrMore };
        return new Command("add", "Registers predictions before a release") { items, forecaster, made, about }.Does(async (context, ct) =>
        {
            var lines = context.Value(items)!.Select((line, i) => FormattableString.Invariant($"{i + 1}. {line}"));
            return await SaveAsync(context, _ => Task.FromResult(PredictionFile.Read("add.md", string.Join('\n', lines), Defaults(context, forecaster, made, about))), ct);
        });
    }

    public static Command Import()
    {
        var (forecaster, made, about) = (Text("--forecaster", "Who predicts, where the file does not say it"), Made(), Text("--about", "What they are about, where the file does not say it"));
        var files = new Argument<FileInfo[]>("files") { Description = "YAML or JSON, CSV, or Markdown and text with lines such as '1. (90%) they compare with a baseline [false: not tried]'; (?) where a probability is not known. The README shows each form", Arity = ArgumentArity.OneOrMore };
        return new Command("import", "Registers lists from files, with their outcomes if they have any") { files, forecaster, made, about }.Does((context, ct) => SaveAsync(
            context,
            async stop =>
            {
                var sets = new List<PredictionSet>();
                foreach (var file in context.Value(files)!)
                {
                    if (!file.Exists) throw new UsageException($"no such file: {file}");
                    sets.AddRange(PredictionFile.Read(file.Name, await File.ReadAllTextAsync(file.FullName, stop), Defaults(context, forecaster, made, about)));
                }

                return sets;
            },
            ct));
    }

    public static Command Resolve()
    {
        var id = new Argument<string>("id") { Description = "Id of a set (prd-...), or its beginning" };
        var number = new Argument<int>("number") { Description = "Number of the prediction in its set" };
        var outcome = new Option<string>("--outcome") { Description = "true, false, 'partial F' (0 to 1), void or open", Required = true, HelpName = "OUTCOME" };
        var (by, because, known, claim) = (Text("--by", "According to whom"), Text("--because", "Why"), Text("--known-at", "Day on which the outcome could be known"), Text("--claim", "Id of a claim that shows it"));
        by.Required = true;
        var dispute = new Option<bool>("--dispute") { Description = "Keep this beside the outcome that counts" };
        return new Command("resolve", "Says how a prediction came out, and according to whom") { id, number, outcome, by, because, known, claim, dispute }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            var store = app?.Services.GetRequiredService<PredictionStore>();
            if (store is null || PredictCommand.Find(await store.ListAsync(ct), context.Value(id)!) is not { } set || set.Items.All(item => item.Number != context.Value(number)))
            {
                context.Complain($"there is no prediction {context.Value(number)} in a set '{context.Value(id)}'");
                return ExitCode.NothingFound;
            }

            var (resolution, fraction) = PredictionFile.Outcome(context.Value(outcome)!);
            var stated = new StatedResolution(
                context.Value(number), resolution, fraction, context.Value(by)!, context.Value(because), DayOption.Of(context.Value(known), "--known-at"), context.Value(claim) is { } shows ? new ClaimId(shows) : null,
                context.Value(dispute));
            await store.ResolveAsync(set, stated, ct);
            if (context.Json) context.Out.Json(new Written(true, [set.Id]));
            else PredictText.Print(context.Out, PredictCommand.Find(await store.ListAsync(ct), set.Id.Value)!, withItems: true);
            return ExitCode.Ok;
        });
    }

    private static async Task<int> SaveAsync(CommandContext context, Func<CancellationToken, Task<IReadOnlyList<PredictionSet>>> read, CancellationToken ct)
    {
        await using var app = context.Build();
        var sets = await read(ct);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
        var fresh = await app.Services.GetRequiredService<PredictionStore>().AddAsync(sets, ct);
        if (context.Json) context.Out.Json(new Written(true, [.. sets.Select(set => set.Id)]));
        else foreach (var set in sets) context.Out.Line(FormattableString.Invariant($"{(fresh.Contains(set.Id) ? "registered" : "known already:")} {set.Id}: {set.Items.Count} predictions by {set.Forecaster}, {set.MadeOn:yyyy-MM-dd}, hash {Commitment.Of(set)[..12]}"));
        return ExitCode.Ok;
    }

    private static PredictionDefaults Defaults(CommandContext context, Option<string?> forecaster, Option<string?> made, Option<string?> about) =>
        new(context.Value(forecaster), DayOption.Of(context.Value(made), "--made"), context.Value(about));

    private static Option<string?> Text(string name, string description) => new(name) { Description = description, HelpName = "TEXT" };

    private static Option<string?> Made() => new("--made") { Description = "Day on which they were made, where the file does not say it (yyyy-MM-dd)", HelpName = "DAY" };
}
