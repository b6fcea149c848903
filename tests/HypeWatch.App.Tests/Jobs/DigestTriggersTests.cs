using HypeWatch.App.Jobs;
using Quartz;

namespace HypeWatch.App.Tests.Jobs;

public sealed class DigestTriggersTests
{
    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Pacific/Auckland")]
    [InlineData("Asia/Kathmandu")]
    public void Over_a_year_with_its_clock_changes_every_monday_at_nine_of_the_readers_clock_comes_once(string zone)
    {
        var trigger = (ICronTrigger)DigestTriggers.TriggerOf(zone, new ScheduleSettings());
        var cron = new CronExpression(trigger.CronExpressionString!, trigger.TimeZone);
        var clock = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var mondays = new List<DateTimeOffset>();
        for (var at = cron.GetNextValidTimeAfter(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)); at < new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero); at = cron.GetNextValidTimeAfter(at!.Value)) mondays.Add(TimeZoneInfo.ConvertTime(at!.Value, clock));
        Assert.Equal(52, mondays.Count);
        Assert.All(mondays, at => Assert.Equal((DayOfWeek.Monday, 9, 0), (at.DayOfWeek, at.Hour, at.Minute)));
        Assert.Equal(52, mondays.Select(at => at.Date).Distinct().Count());
    }
}
