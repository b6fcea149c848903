using HypeWatch.Digests.Delivery;
using HypeWatch.Pipeline;
using Quartz;

namespace HypeWatch.App.Jobs;

/// <summary>Sends what the ledger holds due: retries, confirmations, urgent digests, and what a process that died left. Nodes may do so at once; the ledger keeps them apart.</summary>
internal sealed class DeliverMailJob(PublishDigest publish, MailDelivery delivery, ILogger<DeliverMailJob> log) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static JobKey Key { get; } = new("deliver-mail");

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await publish.RunUrgentAsync(cancellationToken);
        var report = await delivery.RunAsync(cancellationToken);
        if (report.Problem is { } problem) log.LogError("Mail does not leave: {Problem}", problem);
        if (report.Unknown > 0) log.LogWarning("{Unknown} mails may or may not have been taken by the server; hypewatch digest list names them", report.Unknown);
        if (report.Sent + report.Failed > 0) log.LogInformation("{Sent} mails sent, {Later} later, {Failed} refused", report.Sent, report.Later, report.Failed);
    }
}
