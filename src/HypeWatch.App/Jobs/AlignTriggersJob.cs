using Quartz;

namespace HypeWatch.App.Jobs;

/// <summary>Follows the readers' time zones while the service runs.</summary>
[DisallowConcurrentExecution]
internal sealed class AlignTriggersJob(DigestTriggers triggers) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static JobKey Key { get; } = new("align-digest-triggers");

    /// <summary>How often.</summary>
    public static TimeSpan Every { get; } = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await triggers.AlignAsync(cancellationToken);
}
