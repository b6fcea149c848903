using System.CommandLine;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Storage;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch db</c>: the database itself.</summary>
internal static class DatabaseCommand
{
    private sealed record MigrateAnswer(bool Ok, string Database, int Total, IReadOnlyList<string> Applied);

    private sealed record BackupAnswer(bool Ok, BackUpReport Backup, IntegrityReport Report);

    private sealed record CopyAnswer(bool Ok, string From, string To, CopyReport Report);

    private sealed record CheckAnswer(bool Ok, IntegrityReport Report);

    /// <summary>Makes the verb.</summary>
    public static Command Make() => new("db", "The database itself") { Migrate(), Check(), Backup(), Copy() };

    private static Command Migrate() => new Command("migrate", "Bring the database to the newest schema").Does(async (context, ct) =>
    {
        await using var app = context.Build();
        var report = await app.Services.GetRequiredService<PrepareDatabase>().RunAsync(ct);
        var database = app.Services.GetRequiredService<Database>().Description;
        if (context.Json) context.Out.Json(new MigrateAnswer(true, database, report.Total, report.Applied));
        else context.Out.Line(FormattableString.Invariant($"{database}: {report.Total} migrations, {report.Applied.Count} of them applied now{string.Concat(report.Applied.Select(file => "\n  " + file))}"));
        return ExitCode.Ok;
    });

    private static Command Check() => new Command("check", "Prove that archive, texts and quotes agree").Does(async (context, ct) =>
    {
        await using var app = await context.OpenForReadingAsync(ct);
        if (app is null) return ExitCode.NothingFound;
        var report = await app.Services.GetRequiredService<IntegrityCheck>().RunAsync(ct);
        if (context.Json)
        {
            context.Out.Json(new CheckAnswer(report.Faults.Count == 0, report));
        }
        else
        {
            foreach (var fault in report.Faults) context.Out.Line($"{fault.What} {fault.Id}: {fault.Problem}");
            context.Out.Line(FormattableString.Invariant(
                $"{report.Objects} archived objects hashed, {report.Versions} texts derived anew, {report.Quotes} quotes compared: {report.Faults.Count} faults{(report.Tombstones > 0 ? $"; {Count.Of(report.Tombstones, "text")} taken out" : "")}"));
        }

        if (report.Faults.Count == 0) return ExitCode.Ok;
        context.Complain(FormattableString.Invariant($"{report.Faults.Count} faults"));
        return ExitCode.Failed;
    });

    private static Command Backup()
    {
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Where to: missing or empty; it becomes a data directory of its own" };
        return new Command("backup", "Copy database, archive and own settings into a folder while work goes on, and prove that they agree") { folder }.Does(async (context, ct) =>
        {
            await using var app = await context.OpenForReadingAsync(ct);
            if (app is null) return ExitCode.NothingFound;
            var made = await app.Services.GetRequiredService<BackUp>().RunAsync(context.Value(folder)!.FullName, ct);
            await using var copy = context.Build(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase) { ["DataDirectory"] = made.Directory, ["Storage:Provider"] = "sqlite" });
            var report = await copy.Services.GetRequiredService<IntegrityCheck>().RunAsync(ct);
            if (context.Json) context.Out.Json(new BackupAnswer(report.Faults.Count == 0, made, report));
            else
            {
                foreach (var fault in report.Faults) context.Out.Line($"{fault.What} {fault.Id}: {fault.Problem}");
                context.Out.Line(FormattableString.Invariant($"{made.Directory}: {report.Objects} archived objects, {report.Versions} texts, {report.Quotes} quotes, {report.Faults.Count} faults"));
                context.Out.Line($"It is used with --data-directory {made.Directory}, or moved to where the old one was.");
            }

            return report.Faults.Count == 0 ? ExitCode.Ok : ExitCode.Failed;
        });
    }

    private static Command Copy()
    {
        var to = CodeOption.For<DatabaseKind>("--to", "Where to: the file of the data directory, or the server of Storage:ConnectionString; the other of the two is read");
        to.Required = true;
        return new Command("copy", "Copy all rows between SQLite and PostgreSQL, and compare them one by one") { to }.Does(async (context, ct) =>
        {
            var target = context.Value(to)!.Value;
            await using var from = context.Build(Provider(target is DatabaseKind.Sqlite ? DatabaseKind.Postgres : DatabaseKind.Sqlite));
            await using var into = context.Build(Provider(target));
            var (source, copy) = (from.Services.GetRequiredService<Database>(), into.Services.GetRequiredService<Database>());
            if (!CommandContext.HasDatabase(from)) throw new UsageException($"there is no database to copy: {source.Description}");
            await from.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
            await into.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
            var report = await DatabaseCopy.RunAsync(source, copy, ct);
            if (context.Json) context.Out.Json(new CopyAnswer(report.Differences.Count == 0, source.Description, copy.Description, report));
            else
            {
                foreach (var difference in report.Differences) context.Out.Line(difference);
                context.Out.Line(FormattableString.Invariant($"{source.Description} to {copy.Description}: {Count.Of(report.Tables, "table")}, {report.Rows} rows copied and compared, {Count.Of(report.Differences.Count, "table")} different"));
            }

            return report.Differences.Count == 0 ? ExitCode.Ok : ExitCode.Failed;
        });
    }

    private static Dictionary<string, string?> Provider(DatabaseKind kind) => new(StringComparer.OrdinalIgnoreCase) { ["Storage:Provider"] = kind.ToCode() };
}
