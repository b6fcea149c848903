using HypeWatch.Sources;
using HypeWatch.Sources.Watching;

namespace HypeWatch.Tests.Sources.Watching;

public sealed class PollCadenceTests
{
    private static readonly SourceSettings Hourly = new() { EveryMinutes = 60 };

    [Theory]
    [InlineData(null, 0, 0, 60)]
    [InlineData(50d, 0, 0, 60)]
    [InlineData(1d, 0, 0, 360)]
    [InlineData(0d, 0, 0, 480)]
    [InlineData(null, 1, 0, 60)]
    [InlineData(null, 3, 0, 120)]
    [InlineData(null, 50, 0, 960)]
    [InlineData(null, 0, 90, 90)]
    [InlineData(null, 0, 100_000, 1440)]
    public void The_pause_follows_how_often_there_is_something_new(double? newPerDay, int failures, int wish, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), PollCadence.Pause(Hourly, newPerDay, failures, wish == 0 ? null : TimeSpan.FromMinutes(wish), 0));

    [Fact]
    public void A_longest_pause_of_its_own_holds() =>
        Assert.Equal(TimeSpan.FromMinutes(100), PollCadence.Pause(new() { EveryMinutes = 60, AtMostMinutes = 100 }, 0, 0, null, 0));

    /// <summary>A week of 5,000 sources, one in twenty of them down for a day, with ten workers that take two seconds a look.</summary>
    [Fact]
    public void Of_the_looks_due_in_a_simulated_week_nearly_all_are_done_within_their_window()
    {
        const int Sources = 5_000, Workers = 10;
        var random = new Random(4);
        var settings = Enumerable.Range(0, Sources).Select(i => new SourceSettings { EveryMinutes = i % 10 == 0 ? 60 : 360 }).ToArray();
        var outages = Enumerable.Range(0, Sources).Select(i => i % 20 == 0 ? TimeSpan.FromHours(random.Next(24, 120)) : TimeSpan.MaxValue).ToArray();
        var failures = new int[Sources];
        var queue = new PriorityQueue<int, TimeSpan>(Enumerable.Range(0, Sources).Select(i => (i, TimeSpan.FromMinutes(random.NextDouble() * settings[i].EveryMinutes))));
        var free = new PriorityQueue<int, TimeSpan>(Enumerable.Range(0, Workers).Select(worker => (worker, TimeSpan.Zero)));
        int due = 0, inTime = 0;
        while (queue.TryDequeue(out var source, out var at) && at < TimeSpan.FromDays(7))
        {
            free.TryDequeue(out var worker, out var from);
            var start = from > at ? from : at;
            due++;
            if (start - at <= TimeSpan.FromMinutes(settings[source].EveryMinutes * 0.1)) inTime++;
            var isDown = start >= outages[source] && start < outages[source] + TimeSpan.FromDays(1);
            failures[source] = isDown ? failures[source] + 1 : 0;
            free.Enqueue(worker, start + TimeSpan.FromSeconds(2));
            queue.Enqueue(source, start + PollCadence.Pause(settings[source], null, failures[source], null, random.NextDouble()));
        }

        Assert.True(due > 150_000, $"{due} looks");
        Assert.True(inTime >= 0.999 * due, $"{inTime} of {due} within their window");
    }
}
