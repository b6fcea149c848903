using System.CommandLine;
using HypeWatch.Digests.Delivery;
using HypeWatch.Digests.Subscribers;
using HypeWatch.Model;
using HypeWatch.Pipeline;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch subscriber</c>: who gets the digest, and what of it.</summary>
internal static class SubscriberCommand
{
    private sealed record Answer(bool Ok, IReadOnlyList<Subscriber> Subscribers);

    private sealed record Choice(Option<string[]> Topics, Option<string[]> Organisations, Option<int?> Severity, Option<bool?> Urgent, Option<string?> Zone)
    {
        public static Choice Make() => new(
            Words("--topic", "Only flags and moves in which one of these words stands"), Words("--organisation", "Only flags and moves of these organisations"),
            new("--min-severity") { Description = "Least severity of flags, 1 to 5", HelpName = "N" }, new("--urgent") { Description = "Also tell at once of confirmed flags of severity 5" },
            new("--time-zone") { Description = "Zone of the schedule's hour, such as Europe/Berlin", HelpName = "ZONE" });

        public void AddTo(Command command)
        {
            foreach (var option in (Option[])[Topics, Organisations, Severity, Urgent, Zone]) command.Options.Add(option);
        }

        public ReaderPreferences Of(CommandContext context, ReaderPreferences before)
        {
            if (context.Value(Severity) is < 1 or > 5) throw new UsageException("--min-severity: from 1 to 5");
            if (context.Value(Zone) is { } zone && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)) throw new UsageException($"--time-zone: '{zone}' is no time zone such as Europe/Berlin");
            return before with
            {
                Topics = context.Value(Topics) is { Length: > 0 } topics ? topics : before.Topics, Organisations = context.Value(Organisations) is { Length: > 0 } names ? names : before.Organisations,
                MinSeverity = context.Value(Severity) ?? before.MinSeverity, Urgent = context.Value(Urgent) ?? before.Urgent, TimeZone = context.Value(Zone) ?? before.TimeZone,
            };
        }

        private static Option<string[]> Words(string name, string description) => new(name) { Description = description, HelpName = "WORDS", DefaultValueFactory = _ => [] };
    }

    /// <summary>Makes the verb.</summary>
    public static Command Make()
    {
        var command = new Command("subscriber", "The readers of the digest") { Add(), List(), Import(), Set(), Change("confirm", "Confirm a subscription without the mail", (store, reader, ct) => store.ConfirmAsync(reader, ct)),
            Change("pause", "Send nothing until resumed", (store, reader, ct) => store.PauseAsync(reader, true, ct)), Change("resume", "Send again", (store, reader, ct) => store.PauseAsync(reader, false, ct)),
            Change("remove", "End a subscription; the address cannot come back by an import", (store, reader, ct) => store.UnsubscribeAsync(reader, ct)), Mail() };
        command.Aliases.Add("subscribers");
        return command;
    }

    private static Command Add()
    {
        var (addresses, confirmed, choice) = (Addresses(), Confirmed(), Choice.Make());
        var command = new Command("add", "Add readers; where the web pages have an address each is asked by mail to confirm") { addresses, confirmed };
        choice.AddTo(command);
        return command.Does(async (context, ct) =>
        {
            choice.Of(context, new());
            foreach (var address in context.Value(addresses)!)
                if (!SubscriberStore.IsAddress(address)) throw new UsageException($"'{address}' is no mail address: write it as name@host");
            await using var app = context.Build();
            await app.Services.GetRequiredService<PrepareDatabase>().RunAsync(ct);
            var added = new List<Subscriber>();
            foreach (var address in context.Value(addresses)!)
            {
                var known = await app.Services.GetRequiredService<SubscriberStore>().FindByAddressAsync(address, ct);
                if (known is { State: SubscriberState.Active or SubscriberState.Paused }) context.Remarks.Line($"{known.Address} is a reader already ({ClaimText.Words(known.State)}): only what is named here changes");
                added.Add(await app.Services.GetRequiredService<Subscribing>().AddAsync(address, choice.Of(context, known?.Preferences ?? new()), context.Value(confirmed), isAskedByReader: true, ct));
            }

            return await EndAsync(context, app.Services, added, ct);
        });
    }

    private static Command Import()
    {
        var (file, confirmed) = (new Argument<FileInfo>("file") { Description = "A text file with one address a line" }, Confirmed());
        return new Command("import", "Add readers from a file; who left before stays away") { file, confirmed }.Does(async (context, ct) =>
        {
            if (!context.Value(file)!.Exists) throw new UsageException($"no such file: {context.Value(file)}");
            var lines = (await File.ReadAllLinesAsync(context.Value(file)!.FullName, ct)).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').ToList();
            foreach (var line in lines) SubscriberStore.Bare(line); // all or none: a wrong line is named before anything is kept
            await using var app = context.Build();
            await app.Services.GetRequiredService<PrepareDatabase>().RunAsync(ct);
            var added = new List<Subscriber>();
            foreach (var line in lines) added.Add(await app.Services.GetRequiredService<Subscribing>().AddAsync(line, null, context.Value(confirmed), isAskedByReader: false, ct));
            return await EndAsync(context, app.Services, added, ct);
        });
    }

    private static Command List() => new Command("list", "All readers").Does(async (context, ct) =>
    {
        await using var app = await context.OpenForReadingAsync(ct);
        if (app is null) return ExitCode.NothingFound;
        var all = await app.Services.GetRequiredService<SubscriberStore>().ListAsync(ct);
        Print(context, all);
        return all.Count == 0 ? ExitCode.NothingFound : ExitCode.Ok;
    });

    private static Command Set()
    {
        var (addresses, choice) = (Addresses(), Choice.Make());
        var command = new Command("set", "Change what readers get; what is not named stays") { addresses };
        choice.AddTo(command);
        return command.Does((context, ct) => EachAsync(context, context.Value(addresses)!, (store, reader) => store.PreferAsync(reader, choice.Of(context, reader.Preferences), ct), ct));
    }

    private static Command Change(string name, string description, Func<SubscriberStore, Subscriber, CancellationToken, Task<Subscriber>> change)
    {
        var addresses = Addresses();
        return new Command(name, description) { addresses }.Does((context, ct) => EachAsync(context, context.Value(addresses)!, (store, reader) => change(store, reader, ct), ct));
    }

    private static Command Mail()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "Saved mails (.eml)", Arity = ArgumentArity.OneOrMore };
        return new Command("mail", "Read answers to digests: reports of failed delivery, and wishes to unsubscribe") { files }.Does(async (context, ct) =>
        {
            foreach (var file in context.Value(files)!) if (!file.Exists) throw new UsageException($"no such file: {file}");
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            var changed = new List<Subscriber>();
            foreach (var file in context.Value(files)!) changed.AddRange(await app.Services.GetRequiredService<ReturnedMail>().ReadAsync(await File.ReadAllBytesAsync(file.FullName, ct), ct));
            Print(context, changed);
            return changed.Count == 0 ? ExitCode.NothingFound : ExitCode.Ok;
        });
    }

    private static async Task<int> EachAsync(CommandContext context, string[] addresses, Func<SubscriberStore, Subscriber, Task<Subscriber>> change, CancellationToken ct)
    {
        await using var app = await context.OpenForReadingAsync(ct);
        if (app is null) return ExitCode.NothingFound;
        var store = app.Services.GetRequiredService<SubscriberStore>();
        var changed = new List<Subscriber>();
        foreach (var address in addresses)
        {
            if (await store.FindByAddressAsync(address, ct) is { } reader) changed.Add(await change(store, reader));
            else context.Complain($"'{address}' is no reader; hypewatch subscriber list names them");
        }

        Print(context, changed);
        return changed.Count == addresses.Length ? ExitCode.Ok : ExitCode.NothingFound;
    }

    private static async Task<int> EndAsync(CommandContext context, IServiceProvider services, List<Subscriber> added, CancellationToken ct)
    {
        var report = await services.GetRequiredService<MailDelivery>().RunAsync(ct);
        Print(context, added);
        if (report.Problem is not { } problem) return ExitCode.Ok;
        context.Complain($"{problem}. The readers are kept; the mails that ask them wait.");
        return ExitCode.Failed;
    }

    private static void Print(CommandContext context, IReadOnlyList<Subscriber> readers)
    {
        if (context.Json) context.Out.Json(new Answer(true, readers));
        else if (readers.Count > 0) context.Out.Table(["address", "state", "wants"], readers.Select(reader => (IReadOnlyList<string>)[reader.Address, reader.State.ToCode(), Words(reader.Preferences)]));
    }

    private static string Words(ReaderPreferences choice) => string.Join("; ", new[]
    {
        choice.Topics.Count == 0 ? null : "topics " + string.Join(", ", choice.Topics), choice.Organisations.Count == 0 ? null : "organisations " + string.Join(", ", choice.Organisations),
        FormattableString.Invariant($"severity {choice.MinSeverity} and more"), choice.Urgent ? "urgent" : null, choice.TimeZone,
    }.OfType<string>());

    private static Argument<string[]> Addresses() => new("addresses") { Description = "Mail addresses", Arity = ArgumentArity.OneOrMore };

    private static Option<bool> Confirmed() => new("--confirmed") { Description = "They have agreed already: do not ask by mail" };
}
