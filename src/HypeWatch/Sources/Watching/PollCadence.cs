namespace HypeWatch.Sources.Watching;

/// <summary>
/// When a source is looked at next: at its own pause where it often has something new, up to its longest pause where it seldom has, later where it failed, and never
/// all sources at the same moment.
/// </summary>
internal static class PollCadence
{
    private const int MostStretch = 8;
    private const int DayMinutes = 1440;

    // Failures in a row: the same steps as for a host, from the source's own pause on.
    private static readonly int[] FailureFactors = [1, 1, 2, 4, 8, 16];

    /// <summary>The pause until the next look.</summary>
    /// <param name="source">The settings.</param>
    /// <param name="newPerDay">New items a day over the last window; null when it has not been watched for a whole one.</param>
    /// <param name="failures">Failures in a row.</param>
    /// <param name="wish">What the server or the feed asked for; null when nothing.</param>
    /// <param name="jitter">A number from 0 to 1 that differs between sources and looks.</param>
    public static TimeSpan Pause(SourceSettings source, double? newPerDay, int failures, TimeSpan? wish, double jitter)
    {
        var most = Longest(source);
        // A quarter of the mean time between two items finds each soon enough; nothing new at all stretches the pause to its longest.
        var minutes = newPerDay is { } rate ? Math.Clamp(rate <= 0 ? most : DayMinutes / rate / 4, source.EveryMinutes, most) : source.EveryMinutes;
        if (failures > 0) minutes = Math.Min(Math.Max(DayMinutes, source.EveryMinutes), source.EveryMinutes * (double)FailureFactors[Math.Min(failures, FailureFactors.Length) - 1]);
        var pause = TimeSpan.FromMinutes(minutes);
        if (wish > pause) pause = wish.Value < TimeSpan.FromDays(1) ? wish.Value : TimeSpan.FromDays(1);
        return pause * (1 + (0.1 * jitter));
    }

    /// <summary>The longest pause of a source that is well, in minutes.</summary>
    public static int Longest(SourceSettings source) => source.AtMostMinutes > 0 ? source.AtMostMinutes : Math.Max(source.EveryMinutes, Math.Min(source.EveryMinutes * MostStretch, DayMinutes));
}
