using HypeWatch.Sources;
using Quartz;

namespace HypeWatch.App.Jobs;

/// <summary>
/// Brings the stored triggers in line with the configured sources when the service starts: one for each that is on, at the time at which it is due; none for the others. Those that are
/// due already are spread over the first minutes.
/// </summary>
internal sealed class SourceTriggers(ISchedulerFactory schedulers, SourceCatalog catalog, SourceHealthStore health, TimeProvider time) : IHostedService
{
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(5);
    private const int MostSpread = 60;

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var seen = (await health.ListAsync(cancellationToken)).ToDictionary(source => source.Name, source => source.NextAttemptAt, StringComparer.Ordinal);
        var isOn = catalog.All.Where(source => catalog.WhyOff(source) is null).Select(source => source.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(PollSourceJob.Group), cancellationToken))
        {
            if (!isOn.Contains(key.Name)) await scheduler.UnscheduleJob(key, cancellationToken);
        }

        var (now, late) = (time.GetUtcNow(), 0);
        foreach (var name in isOn.Order(StringComparer.Ordinal))
        {
            var due = seen.GetValueOrDefault(name);
            var trigger = PollSourceJob.TriggerOf(name, due > now ? due.Value : now + (Spread * (late++ % MostSpread)));
            if (await scheduler.GetTrigger(trigger.Key, cancellationToken) is null) await scheduler.ScheduleJob(trigger, cancellationToken: cancellationToken);
            else await scheduler.RescheduleJob(trigger.Key, trigger, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
