using HypeWatch.App.Snapshots;
using HypeWatch.Storage;
using Microsoft.Extensions.Options;
using Quartz;

namespace HypeWatch.App.Jobs;

/// <summary>Registers the scheduler and its jobs.</summary>
internal static class SchedulerServices
{
    /// <summary>The jobs in the order of one round.</summary>
    public static IReadOnlyList<JobKey> InOrder { get; } = [ReadSourcesJob.Key, AssessReleasesJob.Key, PublishDigestJob.Key];

    /// <summary>
    /// Adds the running service: jobs with their times, and a trigger for each source, kept over a restart. On SQLite in a file of its own, so that the scheduler never waits for our
    /// writer; on PostgreSQL beside our tables, where several nodes share the work.
    /// </summary>
    public static void AddSchedule(this WebApplicationBuilder builder)
    {
        builder.AddJobs();
        var storage = builder.Configuration.GetSection(StorageSettings.Section).Get<StorageSettings>() ?? new StorageSettings();
        var settings = builder.Configuration.GetSection(ScheduleSettings.Section).Get<ScheduleSettings>() ?? new ScheduleSettings();
        var directory = new DataDirectory(Path.GetFullPath(builder.Configuration[DataDirectory.Setting] ?? DataDirectory.Standard));
        builder.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options =>
            {
                options.InstanceName = "hypewatch";
                options.InstanceId = FormattableString.Invariant($"{Environment.MachineName}-{Environment.ProcessId}");
            });
            quartz.UsePersistentStore(store =>
            {
                if (storage.Provider == DatabaseKind.Postgres)
                {
                    store.UsePostgres(storage.ConnectionString ?? "");
                    store.UseClustering(cluster => cluster.CheckinInterval = TimeSpan.FromSeconds(10));
                }
                else
                {
                    store.UseSqlite($"Data Source={directory.SchedulerFile}");
                }

                store.ProvisionSchema();
                store.UseSystemTextJsonSerializer();
            });
            quartz.ScheduleJob<ReadQueueJob>(
                trigger => trigger.WithIdentity("read").StartNow().WithSimpleSchedule(TimeSpan.FromMinutes(settings.ReadMinutes)),
                job => job.WithIdentity(ReadQueueJob.Key).StoreDurably().RequestRecovery());
            quartz.AddJob<PollSourceJob>(job => job.WithIdentity(PollSourceJob.Key).StoreDurably());
            quartz.ScheduleJob<AssessReleasesJob>(
                trigger => trigger.WithIdentity("assess").StartNow().WithSimpleSchedule(TimeSpan.FromMinutes(settings.AssessMinutes)),
                job => job.WithIdentity(AssessReleasesJob.Key).StoreDurably().RequestRecovery());
            quartz.ScheduleJob<ResolveReferencesJob>(
                trigger => trigger.WithIdentity("resolve").StartAt(TimeProvider.System.GetUtcNow().AddHours(1)).WithSimpleSchedule(TimeSpan.FromHours(1)), job => job.WithIdentity(ResolveReferencesJob.Key).StoreDurably());
            quartz.AddJob<PublishDigestJob>(job => job.WithIdentity(PublishDigestJob.Key).StoreDurably().RequestRecovery());
            // A month that was missed is made up for once.
            quartz.ScheduleJob<SnapshotJob>(
                trigger => trigger.WithIdentity("snapshot").WithCronSchedule(settings.SnapshotCron, cron => cron.InTimeZone(TimeZoneInfo.Utc).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)),
                job => job.WithIdentity(SnapshotJob.Key).StoreDurably());
            quartz.ScheduleJob<DeliverMailJob>(
                trigger => trigger.WithIdentity("deliver").StartNow().WithSimpleSchedule(TimeSpan.FromMinutes(settings.DeliverMinutes)),
                job => job.WithIdentity(DeliverMailJob.Key).StoreDurably());
            quartz.ScheduleJob<AlignTriggersJob>(
                trigger => trigger.WithIdentity("align").StartNow().WithSimpleSchedule(AlignTriggersJob.Every), job => job.WithIdentity(AlignTriggersJob.Key).StoreDurably());
        });
        builder.Services.AddSingleton<DigestTriggers>().AddHostedService(provider => provider.GetRequiredService<DigestTriggers>());
        builder.Services.AddHostedService<SourceTriggers>();
        builder.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
    }

    /// <summary>Adds the same jobs without times and without a store: <see cref="OneRound"/> starts each once.</summary>
    public static void AddOneRound(this WebApplicationBuilder builder)
    {
        builder.AddJobs();
        builder.Services.AddSingleton<OneRound>();
        builder.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(options => options.InstanceName = "hypewatch-once");
            quartz.AddJob<ReadSourcesJob>(job => job.WithIdentity(ReadSourcesJob.Key).StoreDurably());
            quartz.AddJob<AssessReleasesJob>(job => job.WithIdentity(AssessReleasesJob.Key).StoreDurably());
            quartz.AddJob<PublishDigestJob>(job => job.WithIdentity(PublishDigestJob.Key).StoreDurably());
        });
    }

    private static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Round>().AddSingleton<SnapshotShelf>();
        builder.Services.AddOptions<ScheduleSettings>().Bind(builder.Configuration.GetSection(ScheduleSettings.Section)).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ScheduleSettings>, ScheduleRules>();
    }
}
