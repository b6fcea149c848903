using HypeWatch.App.Web;
using HypeWatch.Digests;
using HypeWatch.Pipeline;
using Microsoft.Extensions.Options;
using Quartz;

namespace HypeWatch.App.Jobs;

/// <summary>Composes the digest of the week and sends it, to the readers of one time zone where the trigger names one.</summary>
[DisallowConcurrentExecution]
internal sealed class PublishDigestJob(PublishDigest publish, Round round, IOptions<ScheduleSettings> schedule, IServiceProvider services, TimeProvider time, ILogger<PublishDigestJob> log) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static JobKey Key { get; } = new("publish-digest");

    /// <summary>Name of the zone in a trigger's data: empty for readers without a zone of their own, missing for everybody.</summary>
    public const string ZoneKey = "zone";

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        WebSettings.ReadAsMailed(services);
        round.Report("digest", 0, 1, "this week");
        // The week is the one of the reader's own calendar: Monday morning in Auckland is still Sunday in UTC.
        var zone = context.MergedJobDataMap.GetString(ZoneKey);
        var at = TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(string.IsNullOrEmpty(zone) ? schedule.Value.TimeZone : zone));
        var report = await publish.RunAsync(DigestPeriod.Of(DateOnly.FromDateTime(at.DateTime)), zone, cancellationToken);
        round.Report("digest", 1, 1, report.Queued == 0 ? "already written, or nothing due" : report.Issue.Subject);
        if (report.Delivery.Problem is { } problem) log.LogError("Mail does not leave: {Problem}", problem);
        log.LogInformation("Digest {Period}: {Queued} mails noted, {Sent} sent, {Later} later, {Failed} refused, {Unknown} unknown", report.Period, report.Queued, report.Delivery.Sent, report.Delivery.Later, report.Delivery.Failed, report.Delivery.Unknown);
    }
}
