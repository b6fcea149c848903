using System.CommandLine;
using HypeWatch.Model;
using HypeWatch.Predictions;
using HypeWatch.Storage;

namespace HypeWatch.App.Cli;

/// <summary>The verbs below <c>predict</c> that register lists.</summary>
internal static class PredictWriting
{
    /// <summary>What was written.</summary>
    public sealed record Written(bool Ok, IReadOnlyList<PredictionSetId> Sets, IReadOnlyList<string>? Notes = null);

    // What holds for lists that do not say it themselves.
    private sealed record ListOptions(Option<string?> Forecaster, Option<string?> Made, Option<string?> About, Option<string?> Release, Option<string?> Source, Option<string?> Topic, Option<string?> Deadline, Option<string?> Criteria)
    {
        public static ListOptions Of(string where) => new(
            Text("--forecaster", $"Who predicts{where}"), new("--made") { Description = $"Day on which they were made{where} (yyyy-MM-dd)", HelpName = "DAY" }, Text("--about", $"What they are about{where}"),
            Text("--release", $"The release that they are about{where}: its id, address or title"), Text("--source", $"Address of the post that holds the list{where}; once archived, its archive time shows when the list was there"),
            Text("--topic", $"Topic{where}, by which scores can be cut"), new("--deadline") { Description = $"Day by which they are to happen{where} (yyyy-MM-dd)", HelpName = "DAY" },
            Text("--criteria", $"How they are to be settled{where}"));

        public Command On(Command command)
        {
            foreach (var option in (Option[])[Forecaster, Made, About, Release, Source, Topic, Deadline, Criteria]) command.Add(option);
            return command;
        }

        public PredictionDefaults In(CommandContext context, DateOnly today) => new(context.Value(Forecaster), DayOption.Of(context.Value(Made), "--made"), context.Value(About))
        {
            Today = today, Release = context.Value(Release), Source = context.Value(Source), Topic = context.Value(Topic), Deadline = DayOption.Of(context.Value(Deadline), "--deadline"), Criteria = context.Value(Criteria),
        };
    }

    public static Command Add()
    {
        var options = ListOptions.Of("");
        var items = new Argument<string[]>("predictions") { Description = "Each a line such as '(90%) they compare with a baseline'", Arity = ArgumentArity.OneOrMore };
        return options.On(new Command("add", "Registers predictions before a release") { items }).Does((context, ct) => SaveAsync(
            context,
            (today, _) => Task.FromResult(PredictionFile.Read("add.md", string.Join('\n', context.Value(items)!.Select((line, i) => FormattableString.Invariant($"{i + 1}. {line}"))), options.In(context, today))),
            ct));
    }

    public static Command Import()
    {
        var options = ListOptions.Of(", where the file does not say it");
        var files = new Argument<FileInfo[]>("files") { Description = "YAML or JSON, CSV, or Markdown and text with lines such as '1. (90%) they compare with a baseline [false: not tried]'; (?) where a probability is not known. The README shows each form", Arity = ArgumentArity.OneOrMore };
        return options.On(new Command("import", "Registers lists from files, with their outcomes if they have any; what is on record stays") { files }).Does((context, ct) => SaveAsync(
            context,
            async (today, stop) =>
            {
                var sets = new List<PredictionSet>();
                foreach (var file in context.Value(files)!)
                {
                    if (!file.Exists) throw new UsageException($"no such file: {file}");
                    sets.AddRange(PredictionFile.Read(file.Name, await File.ReadAllTextAsync(file.FullName, stop), options.In(context, today)));
                }

                return sets;
            },
            ct));
    }

    /// <summary>An option that takes a text.</summary>
    public static Option<string?> Text(string name, string description) => new(name) { Description = description, HelpName = "TEXT" };

    /// <summary>The day in UTC.</summary>
    public static DateOnly Today(WebApplication app) => DateOnly.FromDateTime(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

    private static async Task<int> SaveAsync(CommandContext context, Func<DateOnly, CancellationToken, Task<IReadOnlyList<PredictionSet>>> read, CancellationToken ct)
    {
        await using var app = context.Build();
        var sets = await read(Today(app), ct);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
        var store = app.Services.GetRequiredService<PredictionStore>();
        var registered = await store.AddAsync(sets, ct);
        if (context.Json)
        {
            context.Out.Json(new Written(true, [.. sets.Select(set => set.Id)], [.. registered.SelectMany(one => one.Notes)]));
            return ExitCode.Ok;
        }

        var stored = (await store.ListAsync(ct)).ToDictionary(set => set.Id);
        foreach (var one in registered)
        {
            var set = stored[one.Set];
            context.Out.Line(FormattableString.Invariant($"{(one.IsFresh ? "registered" : "known already:")} {set.Id}: {set.Items.Count} predictions by {set.Forecaster}, {set.MadeOn:yyyy-MM-dd}, hash {set.Commitment![..12]}"));
            foreach (var note in one.Notes) context.Out.Note(note);
            context.Out.Note(PredictText.Standing(set));
        }

        return ExitCode.Ok;
    }
}
