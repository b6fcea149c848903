namespace HypeWatch.Sources.Watching;

/// <summary>How a source is.</summary>
public enum SourceStandingKind
{
    /// <summary>It answers, and announces about as much as usual.</summary>
    Healthy,
    /// <summary>It answers, and has announced nothing new for longer than usual.</summary>
    Quiet,
    /// <summary>It answers, and something about the answer is not right: a failure until proven otherwise.</summary>
    Suspicious,
    /// <summary>It could not be read.</summary>
    Failing,
    /// <summary>Its server turned this program away.</summary>
    Blocked,
    /// <summary>It is not polled.</summary>
    Off,
}

/// <summary>How many new items are usual in 30 days.</summary>
/// <param name="AtLeast">Fewest.</param>
/// <param name="AtMost">Most.</param>
/// <param name="IsLearnt">Whether it follows from the past rather than from the settings.</param>
public sealed record ItemBand(int AtLeast, int AtMost, bool IsLearnt);

/// <summary>Judges how a source is, so that "nothing new" and "broken" never look alike.</summary>
internal static class SourceStanding
{
    /// <summary>Days over which items are counted.</summary>
    public const int WindowDays = 30;

    private const int FewestWindows = 3;

    /// <summary>The judgement.</summary>
    /// <param name="poll">The last look.</param>
    /// <param name="doubt">What is not right about what it announced; null when all is.</param>
    /// <param name="newInWindow">New items of the last window.</param>
    /// <param name="isWholeWindow">Whether the source has been watched for a whole window.</param>
    /// <param name="band">What is usual; null when it is not known yet.</param>
    public static (SourceStandingKind Kind, string Reason) Of(SourcePoll poll, string? doubt, int newInWindow, bool isWholeWindow, ItemBand? band)
    {
        if (poll.State is PollState.Blocked) return (SourceStandingKind.Blocked, poll.Reason);
        if (poll.IsFailure) return (SourceStandingKind.Failing, poll.Reason);
        if (doubt is not null) return (SourceStandingKind.Suspicious, doubt);
        if (band is not null && newInWindow > band.AtMost) return (SourceStandingKind.Suspicious, FormattableString.Invariant($"{newInWindow} new items in {WindowDays} days, where {band.AtMost} are the most that is usual"));
        if (band is not null && isWholeWindow && newInWindow < band.AtLeast)
            return (SourceStandingKind.Quiet, FormattableString.Invariant($"{newInWindow} new items in {WindowDays} days, where {band.AtLeast} are the fewest that is usual"));
        return (SourceStandingKind.Healthy, poll.Reason);
    }

    /// <summary>What is usual: what the settings say, else half the fewest to three times the most of the past windows; null when too little is known.</summary>
    /// <param name="source">The settings.</param>
    /// <param name="windows">New items of past windows, without the present one.</param>
    public static ItemBand? Band(SourceSettings source, IReadOnlyList<int> windows)
    {
        if (source.ExpectAtLeast is not null || source.ExpectAtMost is not null) return new(source.ExpectAtLeast ?? 0, source.ExpectAtMost ?? int.MaxValue, false);
        return windows.Count < FewestWindows ? null : new(windows.Min() / 2, Math.Max(10, windows.Max() * 3), true);
    }
}
