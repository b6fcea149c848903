using System.CommandLine;
using HypeWatch.Pipeline;
using HypeWatch.Storage;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch db</c>: the database itself.</summary>
internal static class DatabaseCommand
{
    private sealed record MigrateAnswer(bool Ok, string Database, int Total, IReadOnlyList<string> Applied);

    private sealed record CheckAnswer(bool Ok, IntegrityReport Report);

    /// <summary>Makes the verb.</summary>
    public static Command Make() => new("db", "The database itself") { Migrate(), Check() };

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
                $"{report.Objects} archived objects hashed, {report.Versions} texts derived anew, {report.Quotes} quotes compared: {report.Faults.Count} faults"));
        }

        if (report.Faults.Count == 0) return ExitCode.Ok;
        context.Complain(FormattableString.Invariant($"{report.Faults.Count} faults"));
        return ExitCode.Failed;
    });
}
