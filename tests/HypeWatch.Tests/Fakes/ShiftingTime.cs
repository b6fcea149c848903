namespace HypeWatch.Tests.Fakes;

/// <summary>Real time moved forward at will; timers run in real time, unless <see cref="SkipsWaits"/> lets each one end at once and moves the clock by what it waited.</summary>
internal sealed class ShiftingTime : TimeProvider
{
    private long skippedTicks;

    public bool SkipsWaits { get; init; }

    public DateTimeOffset? Frozen { get; init; }

    public TimeSpan Skipped => new(Interlocked.Read(ref skippedTicks));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Advance(TimeSpan by) => Interlocked.Add(ref skippedTicks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => (Frozen ?? System.GetUtcNow()) + Skipped;

    public override long GetTimestamp() => (Frozen is null ? System.GetElapsedTime(0).Ticks : 0) + Skipped.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (!SkipsWaits || dueTime <= TimeSpan.Zero) return base.CreateTimer(callback, state, dueTime, period);
        Advance(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
