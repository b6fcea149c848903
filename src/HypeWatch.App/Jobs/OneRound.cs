using HypeWatch.Model;
using Quartz;

namespace HypeWatch.App.Jobs;

/// <summary>Runs each job once through the scheduler, one after the other, and waits for it.</summary>
internal sealed class OneRound(ISchedulerFactory schedulers)
{
    /// <summary>Runs the round.</summary>
    /// <exception cref="HypeWatchException">A job failed; the message names it.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        var scheduler = await schedulers.GetScheduler(ct);
        var ends = new JobEnds();
        scheduler.ListenerManager.AddJobListener(ends);
        scheduler.ListenerManager.AddSchedulerListener(ends);
        await scheduler.Start(ct);
        try
        {
            foreach (var job in SchedulerServices.InOrder)
            {
                var end = ends.Of(job);
                await scheduler.TriggerJob(job, ct);
                if (await end.WaitAsync(ct) is { } failure) throw new RoundFailedException(job.Name, failure);
            }
        }
        finally
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
        }
    }

    private sealed class JobEnds : IJobListener, ISchedulerListener
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<JobKey, TaskCompletionSource<Exception?>> ends = new();

        public string Name => "round";

        public Task<Exception?> Of(JobKey job) => ends.GetOrAdd(job, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

        public ValueTask JobWasExecuted(IJobExecutionContext context, JobExecutionException? jobException, CancellationToken cancellationToken = default)
        {
            if (ends.TryGetValue(context.JobDetail.Key, out var end)) end.TrySetResult(jobException?.InnerException ?? jobException);
            return ValueTask.CompletedTask;
        }

        // A job that cannot even be built is never executed, and nobody would hear of its end.
        public ValueTask SchedulerError(IScheduler scheduler, SchedulerErrorContext context, CancellationToken cancellationToken = default)
        {
            foreach (var end in ends.Values) end.TrySetResult(context.Exception);
            return ValueTask.CompletedTask;
        }
    }
}

/// <summary>A job of a round failed.</summary>
internal sealed class RoundFailedException(string job, Exception inner) : HypeWatchException($"{job}: {inner.Message}", inner);
