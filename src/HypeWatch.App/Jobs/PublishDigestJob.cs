using HypeWatch.Pipeline;
using Quartz;

namespace HypeWatch.App.Jobs;

/// <summary>Writes the digest of the week to the outbox.</summary>
[DisallowConcurrentExecution]
internal sealed class PublishDigestJob(PublishDigest publish, Round round, ILogger<PublishDigestJob> log) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static JobKey Key { get; } = new("publish-digest");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        round.Report("digest", 0, 1, "this week");
        var report = await publish.RunAsync(cancellationToken);
        round.Report("digest", 1, 1, report.Issue is null ? "already written, or nothing due" : report.Issue.Subject);
        log.LogInformation("Digest {Period}: {Count} mails in the outbox", report.Period, report.Paths.Count);
    }
}
