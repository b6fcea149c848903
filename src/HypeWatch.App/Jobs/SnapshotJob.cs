using HypeWatch.App.Snapshots;
using Quartz;

namespace HypeWatch.App.Jobs;

/// <summary>Writes the dated snapshot of the documented views.</summary>
[DisallowConcurrentExecution]
internal sealed class SnapshotJob(SnapshotShelf shelf, ILogger<SnapshotJob> log) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static JobKey Key { get; } = new("snapshot");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (await shelf.WriteAsync(cancellationToken) is { } written) log.LogInformation("Snapshot written to {Directory}", written.Directory);
    }
}
