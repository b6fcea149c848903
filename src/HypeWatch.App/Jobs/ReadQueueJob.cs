using HypeWatch.Pipeline;
using Quartz;

namespace HypeWatch.App.Jobs;

/// <summary>Reads what waits.</summary>
[DisallowConcurrentExecution]
internal sealed class ReadQueueJob(IngestQueue ingest, ILogger<ReadQueueJob> log) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static JobKey Key { get; } = new("read-queue");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var items = await ingest.RunDueAsync(null, cancellationToken);
        if (items.Count > 0) log.LogInformation("{Read} documents read", items.Count);
    }
}
