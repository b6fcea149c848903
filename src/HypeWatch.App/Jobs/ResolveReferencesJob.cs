using HypeWatch.Pipeline;
using Microsoft.Extensions.Options;
using Quartz;

namespace HypeWatch.App.Jobs;

/// <summary>Asks the bibliographic services for works that reference lists name and the base does not know, a few at a time.</summary>
[DisallowConcurrentExecution]
internal sealed class ResolveReferencesJob(ResolveReferences resolve, IOptions<ScheduleSettings> settings, ILogger<ResolveReferencesJob> log) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static JobKey Key { get; } = new("resolve-references");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (settings.Value.ReferencesPerHour == 0) return;
        var report = await resolve.RunAsync(settings.Value.ReferencesPerHour, cancellationToken);
        if (report.Asked > 0) log.LogInformation("Looked {Asked} references up: {Found} found, {Failed} could not be asked about, {Waiting} wait", report.Asked, report.Found, report.Failed, report.Waiting);
    }
}
