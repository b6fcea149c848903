using HypeWatch.Pipeline;
using HypeWatch.Sources;
using Quartz;

namespace HypeWatch.App.Jobs;

/// <summary>Looks at one source, and sets its trigger to the time at which it is due next.</summary>
internal sealed class PollSourceJob(PollSources poll, SourceHealthStore health, TimeProvider time, ILogger<PollSourceJob> log) : IJob
{
    /// <summary>Its name in the scheduler.</summary>
    public static JobKey Key { get; } = new("poll-source");

    /// <summary>Group of the triggers, one for each source.</summary>
    public const string Group = "sources";

    private const string Source = "source";
    private static readonly TimeSpan Otherwise = TimeSpan.FromMinutes(15);

    // Each look sets the time of the next one; should a process die before it does, the trigger still comes back.
    private static readonly TimeSpan AtTheLatest = TimeSpan.FromDays(1);

    /// <summary>The trigger of a source. One that was missed fires once, when the service is back.</summary>
    public static ITrigger TriggerOf(string source, DateTimeOffset at) => TriggerBuilder.Create()
        .WithIdentity(source, Group).ForJob(Key).UsingJobData(Source, source).StartAt(at)
        .WithSimpleSchedule(schedule => schedule.WithInterval(AtTheLatest).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount)).Build();

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.Trigger.JobDataMap.GetString(Source)!;
        try
        {
            var report = await poll.RunAsync(name, cancellationToken);
            foreach (var answer in report.Polls) log.LogInformation("{Source}: {Reason}, {New} new", answer.Source, answer.Reason, report.NewItems);
        }
        finally
        {
            var next = await health.NextAttemptAsync(name, CancellationToken.None);
            var earliest = time.GetUtcNow().AddMinutes(1);
            await context.Scheduler.RescheduleJob(new TriggerKey(name, Group), TriggerOf(name, next is null ? time.GetUtcNow() + Otherwise : next > earliest ? next.Value : earliest), CancellationToken.None);
        }
    }
}
