using System.CommandLine;
using HypeWatch.Storage;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch db</c>: the database itself.</summary>
internal static class DatabaseCommand
{
    /// <summary>Makes the verb.</summary>
    public static Command Make() => new("db", "The database itself") { Migrate(), Check() };

    private static Command Migrate() => new Command("migrate", "Bring the database to the newest schema").Does(async (context, ct) =>
    {
        await using var app = context.Build();
        var report = await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
        foreach (var file in report.Applied) context.Out.Line($"applied {file}");
        context.Out.Line(FormattableString.Invariant($"{app.Services.GetRequiredService<Database>().Description}: {report.Total} migrations, {report.Applied.Count} applied now"));
        return ExitCode.Ok;
    });

    private static Command Check() => new Command("check", "Verify the archive's hashes, and each stored quote against the archived bytes").Does(async (context, ct) =>
    {
        await Task.CompletedTask;
        return ExitCode.Failed;
    });
}
