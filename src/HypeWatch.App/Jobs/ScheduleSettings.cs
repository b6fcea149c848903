using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Quartz;

namespace HypeWatch.App.Jobs;

/// <summary>Settings of the section <c>Schedule</c>: how often the service works.</summary>
internal sealed record ScheduleSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Schedule";

    /// <summary>Minutes between two looks at what is waiting to be read, 1 to 1440. Each source has its own times, by its entry.</summary>
    [Range(1, 1440, ErrorMessage = "Schedule:ReadMinutes must lie between 1 and 1440")]
    public int ReadMinutes { get; set; } = 5;

    /// <summary>Minutes between two assessments of the releases whose documents changed, 1 to 1440.</summary>
    [Range(1, 1440, ErrorMessage = "Schedule:AssessMinutes must lie between 1 and 1440")]
    public int AssessMinutes { get; set; } = 15;

    /// <summary>Minutes between two looks at mails that are due, 1 to 1440.</summary>
    [Range(1, 1440, ErrorMessage = "Schedule:DeliverMinutes must lie between 1 and 1440")]
    public int DeliverMinutes { get; set; } = 1;

    /// <summary>Entries of reference lists that are asked about at the bibliographic services in an hour, 0 to 1000; 0 asks about none.</summary>
    [Range(0, 1000, ErrorMessage = "Schedule:ReferencesPerHour must lie between 0 and 1000")]
    public int ReferencesPerHour { get; set; } = 30;

    /// <summary>When the digest is written, as a Quartz cron expression (second minute hour day month weekday). Default: Mondays at 9:00.</summary>
    public string DigestCron { get; set; } = "0 0 9 ? * MON";

    /// <summary>When the snapshot of the documented views is written, as a Quartz cron expression. Default: the first of each month at 3:30 UTC.</summary>
    public string SnapshotCron { get; set; } = "0 30 3 1 * ?";

    /// <summary>How many snapshots are kept, 1 to 1000.</summary>
    [Range(1, 1000, ErrorMessage = "Schedule:SnapshotsKept must lie between 1 and 1000")]
    public int SnapshotsKept { get; set; } = 12;

    /// <summary>Time zone of <see cref="DigestCron"/> for readers who chose none: an IANA name.</summary>
    public string TimeZone { get; set; } = "UTC";
}

/// <summary>Checks what attributes cannot.</summary>
internal sealed class ScheduleRules : IValidateOptions<ScheduleSettings>
{
    public ValidateOptionsResult Validate(string? name, ScheduleSettings options)
    {
        if (!CronExpression.TryParse(options.DigestCron, out _)) return ValidateOptionsResult.Fail($"Schedule:DigestCron '{options.DigestCron}' is no Quartz cron expression");
        if (!CronExpression.TryParse(options.SnapshotCron, out _)) return ValidateOptionsResult.Fail($"Schedule:SnapshotCron '{options.SnapshotCron}' is no Quartz cron expression");
        return TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"Schedule:TimeZone '{options.TimeZone}' is no known time zone");
    }
}
