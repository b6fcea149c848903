using HypeWatch.Digests.Subscribers;
using Microsoft.Extensions.Options;
using Quartz;

namespace HypeWatch.App.Jobs;

/// <summary>
/// Keeps one trigger for each time zone that readers chose, so that the schedule's hour is the reader's own. A time that was missed, by a stop or a jump of the
/// clock, is caught up once; the ledger sees to it that no week is sent twice.
/// </summary>
internal sealed class DigestTriggers(ISchedulerFactory schedulers, SubscriberStore subscribers, IOptions<ScheduleSettings> settings) : IHostedService
{
    /// <summary>Group of the triggers.</summary>
    public const string Group = "digests";

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => AlignAsync(cancellationToken);

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Adds what is missing and removes what nobody needs.</summary>
    public async Task AlignAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        var zones = (await subscribers.ListAsync(ct)).Where(reader => reader.State is SubscriberState.Active).Select(reader => reader.Preferences.TimeZone ?? "")
            .Where(zone => zone.Length == 0 || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _)).Append("").ToHashSet(StringComparer.Ordinal);
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(Group), ct))
            if (!zones.Contains(ZoneOf(key))) await scheduler.UnscheduleJob(key, ct);
        foreach (var zone in zones)
        {
            var trigger = TriggerOf(zone, settings.Value);
            var before = await scheduler.GetTrigger(trigger.Key, ct) as ICronTrigger;
            if (before is null) await scheduler.ScheduleJob(trigger, cancellationToken: ct);
            else if (before.CronExpressionString != settings.Value.DigestCron || before.TimeZone.Id != ((ICronTrigger)trigger).TimeZone.Id) await scheduler.RescheduleJob(trigger.Key, trigger, ct);
        }
    }

    /// <summary>The trigger of a zone; the empty zone is the schedule's own.</summary>
    public static ITrigger TriggerOf(string zone, ScheduleSettings settings) => TriggerBuilder.Create()
        .WithIdentity(zone.Length == 0 ? "own" : zone, Group).ForJob(PublishDigestJob.Key).UsingJobData(PublishDigestJob.ZoneKey, zone)
        .WithCronSchedule(settings.DigestCron, cron => cron
            .InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(zone.Length == 0 ? settings.TimeZone : zone)).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();

    private static string ZoneOf(TriggerKey key) => key.Name == "own" ? "" : key.Name;
}
