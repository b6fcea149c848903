using HypeWatch.Model;
using HypeWatch.Storage;
using Microsoft.Extensions.Options;
using Quartz;

namespace HypeWatch.App.Telemetry;

/// <summary>Whether a part of the service can work, and why it cannot.</summary>
/// <param name="What">The part.</param>
/// <param name="Ok">Whether it can.</param>
/// <param name="Reason">Why it cannot, and what to do about it; null when it can.</param>
internal sealed record ReadinessPart(string What, bool Ok, string? Reason);

/// <summary>Whether the service can work now: its database answers, its data can be written, there is room for it, and its schedule runs.</summary>
internal sealed class Readiness(Database database, DataDirectory data, ISchedulerFactory schedulers, IOptions<TelemetrySettings> settings)
{
    /// <summary>Looks at all parts.</summary>
    public async Task<IReadOnlyList<ReadinessPart>> LookAsync(CancellationToken ct) => [await DatabaseAsync(ct), Folder(), Disk(), await SchedulerAsync(ct)];

    /// <summary>Items by state, as the database counts them; none when it does not answer.</summary>
    public async Task<IReadOnlyList<(string State, long Items)>> QueueAsync(CancellationToken ct)
    {
        try
        {
            return await database.QueryAsync("pipeline/count-items", null, row => (row.Text("state"), row.Long("items")), ct);
        }
        catch (Exception failure) when (IsOfDatabase(failure))
        {
            return [];
        }
    }

    /// <summary>Whether the database answers a question.</summary>
    public async Task<ReadinessPart> DatabaseAsync(CancellationToken ct)
    {
        try
        {
            await database.QueryAsync("pipeline/count-items", null, row => row.Long("items"), ct);
            return new("database", Ok: true, null);
        }
        catch (Exception failure) when (IsOfDatabase(failure))
        {
            return new("database", Ok: false, $"{database.Description} does not answer: {failure.Message.ReplaceLineEndings(" ")}");
        }
    }

    private ReadinessPart Folder() => DataFolderCheck.WriteProblem(data) is { } problem ? new("data directory", Ok: false, problem) : new("data directory", Ok: true, null);

    private ReadinessPart Disk() => DataFolderCheck.FreeMegabytes(data) is { } free && free < settings.Value.FreeMegabytes
        ? new("disk", Ok: false, DataFolderCheck.FullDisk(data, free, settings.Value.FreeMegabytes))
        : new("disk", Ok: true, null);

    /// <summary>Whether the schedule runs.</summary>
    public async Task<ReadinessPart> SchedulerAsync(CancellationToken ct) => (await schedulers.GetScheduler(ct)).Status == SchedulerStatus.Running
        ? new("scheduler", Ok: true, null)
        : new("scheduler", Ok: false, "the schedule does not run: it is about to begin or to stop; if it stays so, start the program again");

    private static bool IsOfDatabase(Exception failure) => failure is System.Data.Common.DbException or IOException or HypeWatchException or TimeoutException;
}
