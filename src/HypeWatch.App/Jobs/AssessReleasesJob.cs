using HypeWatch.Pipeline;
using Quartz;

namespace HypeWatch.App.Jobs;

/// <summary>Assesses the releases whose documents changed: flags, propagation, predictions.</summary>
[DisallowConcurrentExecution]
internal sealed class AssessReleasesJob(AssessRelease assess, Round round, ILogger<AssessReleasesJob> log) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static JobKey Key { get; } = new("assess-releases");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        round.Report("assessing", 0, 1, "releases");
        var report = await assess.RunAllAsync(cancellationToken);
        round.Assessment = report;
        round.Report("assessing", 1, 1, FormattableString.Invariant($"{report.Releases} releases, {report.Assessed} of them changed, {report.Flags} flags raised in those"));
        log.LogInformation("Assessed {Assessed} of {Releases} releases, {Flags} flags, {Failures} detectors failed", report.Assessed, report.Releases, report.Flags, report.Failures);
    }
}
