using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using HypeWatch.App.Telemetry;
using HypeWatch.Digests.Delivery;
using HypeWatch.Digests.Subscribers;
using HypeWatch.Http;
using HypeWatch.Llm;
using HypeWatch.Model;
using HypeWatch.Pipeline;
using HypeWatch.Reading;
using HypeWatch.Sources;
using HypeWatch.Storage;
using Microsoft.Extensions.Options;

namespace HypeWatch.App.Cli;

/// <summary><c>hypewatch doctor</c>: what works, what is off, and what to do about it.</summary>
internal static class DoctorCommand
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private sealed record Finding(string What, string State, string Detail);

    private sealed record Answer(bool Ok, IReadOnlyList<Finding> Findings);

    /// <summary>Makes the verb.</summary>
    public static Command Make() => new Command("doctor", "Say what works, what is off, and what to do about it").Does(async (context, ct) =>
    {
        await using var app = context.Build();
        var findings = new List<Finding> { DataFolder(app.Services), await DatabaseStateAsync(app, ct), Disk(app.Services), Model(app.Services), await PdfToolAsync(app.Services, ct), Contact(app.Services) };
        findings.AddRange(Sources(app.Services));
        findings.Add(MailServer(app.Services));
        if (CommandContext.HasDatabase(app) && findings[1].State == "ok")
        {
            findings.Add(await ClockAsync(app.Services, ct));
            if (app.Services.GetRequiredService<LlmSettings>().IsConfigured) findings.Add(await BudgetAsync(app.Services, ct));
            findings.AddRange([await QueueAsync(app.Services, ct), await ReadersAsync(app.Services, ct), await LedgerAsync(app.Services, ct)]);
        }

        var isWell = findings.TrueForAll(finding => finding.State != "problem");
        if (context.Json) context.Out.Json(new Answer(isWell, findings));
        else context.Out.Table(["what", "state", "detail"], findings.Select(finding => (IReadOnlyList<string>)[finding.What, finding.State, finding.Detail]));
        return isWell ? ExitCode.Ok : ExitCode.Failed;
    });

    private static Finding DataFolder(IServiceProvider services)
    {
        var data = services.GetRequiredService<DataDirectory>();
        return DataFolderCheck.WriteProblem(data) is { } problem ? new("data directory", "problem", problem) : new("data directory", "ok", data.Path);
    }

    private static Finding Disk(IServiceProvider services)
    {
        var data = services.GetRequiredService<DataDirectory>();
        var least = services.GetRequiredService<IOptions<TelemetrySettings>>().Value.FreeMegabytes;
        return DataFolderCheck.FreeMegabytes(data) switch
        {
            null => new("disk", "not checked", "the system does not say how much is free"),
            { } free when free < least => new("disk", "problem", DataFolderCheck.FullDisk(data, free, least)),
            { } free => new("disk", "ok", FormattableString.Invariant($"{free} MB free")),
        };
    }

    // Turns at hosts, leases and due times are instants; a clock that was put back leaves them in the future.
    private static async Task<Finding> ClockAsync(IServiceProvider services, CancellationToken ct)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var newest = await services.GetRequiredService<Database>().FirstAsync("pipeline/newest-stage-run", null, row => row.TextOrNull("at"), ct);
        return newest is { } at && Instant.Parse(at) is var last && last > now + Tolerance
            ? new("clock", "problem", FormattableString.Invariant($"it says {now:u}, and the database holds work of {last:u}: set the clock; until then what is due waits"))
            : new("clock", "ok", FormattableString.Invariant($"{now:u}"));
    }

    private static async Task<Finding> DatabaseStateAsync(WebApplication app, CancellationToken ct)
    {
        var database = app.Services.GetRequiredService<Database>();
        if (!CommandContext.HasDatabase(app) && !Directory.Exists(app.Services.GetRequiredService<DataDirectory>().Path)) return new("database", "not checked", "there is no data directory to look into");
        if (!CommandContext.HasDatabase(app)) return new("database", "ok", $"{database.Description}: not there yet; hypewatch run or add makes it");
        try
        {
            var report = await app.Services.GetRequiredService<Migrator>().MigrateAsync(ct);
            return new("database", "ok", FormattableString.Invariant($"{database.Description}: {report.Total} migrations"));
        }
        catch (Exception failure) when (failure is HypeWatchException or System.Data.Common.DbException or IOException)
        {
            return new("database", "problem", failure.Message);
        }
    }

    private static Finding Model(IServiceProvider services)
    {
        var llm = services.GetRequiredService<LlmSettings>();
        return llm.IsConfigured
            ? new("language model", "ok", $"{llm}; not asked by this check")
            : new("language model", "off", "claims are read by rules; set Llm:Model, and Llm:Endpoint or HypeWatch__Llm__ApiKey");
    }

    private static async Task<Finding> BudgetAsync(IServiceProvider services, CancellationToken ct)
    {
        var budget = await services.GetRequiredService<LlmBudget>().NowAsync(ct);
        return new("model budget", budget.Level switch { BudgetLevel.UsedUp => "used up", BudgetLevel.Near => "nearly used up", _ => "ok" }, budget.Words);
    }

    private static async Task<Finding> PdfToolAsync(IServiceProvider services, CancellationToken ct)
    {
        var tool = services.GetRequiredService<IOptions<ReadingOptions>>().Value.PdfTool;
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, ["-v"]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
            var version = await process.StandardError.ReadLineAsync(ct);
            await process.WaitForExitAsync(ct);
            return new("PDF", "ok", version ?? tool);
        }
        catch (Win32Exception)
        {
            return new("PDF", "off", $"{tool} was not found, so PDF files are parked; install poppler-utils, or set Reading:PdfTool");
        }
    }

    private static Finding Contact(IServiceProvider services) => services.GetRequiredService<IOptions<HttpSettings>>().Value.ContactAddress is { Length: > 0 } address
        ? new("contact address", "ok", address)
        : new("contact address", "off", "set Http:ContactAddress, so that servers' owners can write to you");

    private static IEnumerable<Finding> Sources(IServiceProvider services)
    {
        var catalog = services.GetRequiredService<SourceCatalog>();
        return catalog.All.Select(source => catalog.WhyOff(source) is { } why
            ? new Finding($"source {source.Name}", "off", why)
            : new Finding($"source {source.Name}", "on", catalog.AddressOf(source) + (catalog.Helpful(source) is { } key ? $"; {key.Setting} would help: {key.WhereHad}" : "")));
    }

    private static Finding MailServer(IServiceProvider services)
    {
        var smtp = services.GetRequiredService<SmtpSettings>();
        return smtp.Host is { } host
            ? new("mail server", "ok", FormattableString.Invariant($"{host}:{smtp.Port}, {smtp.Security}; not asked by this check"))
            : new("mail server", "off", $"digests are written into {services.GetRequiredService<DataDirectory>().Outbox}; set Smtp:Host to send them");
    }

    private static async Task<Finding> ReadersAsync(IServiceProvider services, CancellationToken ct)
    {
        var states = (await services.GetRequiredService<SubscriberStore>().ListAsync(ct)).GroupBy(reader => reader.State).OrderBy(group => group.Key).Select(group => FormattableString.Invariant($"{group.Count()} {group.Key.ToCode()}"));
        var words = string.Join(", ", states);
        return new("subscribers", "ok", words.Length == 0 ? "none; hypewatch subscriber add" : words);
    }

    private static async Task<Finding> LedgerAsync(IServiceProvider services, CancellationToken ct)
    {
        var counts = await services.GetRequiredService<MailLedger>().CountAsync(ct);
        var words = string.Join(", ", counts.OrderBy(count => count.Key).Select(count => FormattableString.Invariant($"{count.Value} {count.Key.ToCode()}")));
        return counts.GetValueOrDefault(MailState.Failed) + counts.GetValueOrDefault(MailState.Unknown) > 0
            ? new("mails", "look", words + "; hypewatch digest list says why, hypewatch digest resend sends one again")
            : new("mails", "ok", words.Length == 0 ? "none yet" : words);
    }

    private static async Task<Finding> QueueAsync(IServiceProvider services, CancellationToken ct)
    {
        var states = (await services.GetRequiredService<ItemQueue>().ListAsync(ct)).GroupBy(item => item.State).OrderBy(group => group.Key);
        var words = string.Join(", ", states.Select(state => FormattableString.Invariant($"{state.Count()} {ClaimText.Words(state.Key)}")));
        return new("documents", "ok", words.Length == 0 ? "none yet" : words + "; hypewatch trace DOCUMENT says why one stopped");
    }
}
