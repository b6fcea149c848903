using HypeWatch.Sources.Watching;

namespace HypeWatch.Sources;

/// <summary>How a source has been doing, so that "nothing new" and "broken" never look alike.</summary>
/// <param name="Name">The source.</param>
/// <param name="Kind">What sort of source.</param>
/// <param name="Url">Its address.</param>
/// <param name="LastPolledAt">Last attempt, UTC.</param>
/// <param name="LastSuccessAt">Last attempt that could read it.</param>
/// <param name="LastItemCount">Items that the last attempt announced.</param>
/// <param name="LastOutcome">One line for people.</param>
/// <param name="FailuresInRow">Attempts that failed since the last success.</param>
public sealed record SourceHealth(
    string Name, string Kind, string Url, DateTimeOffset? LastPolledAt, DateTimeOffset? LastSuccessAt, int LastItemCount, string LastOutcome, int FailuresInRow)
{
    /// <summary>How it is.</summary>
    public SourceStandingKind? State { get; init; }

    /// <summary>Why it is so.</summary>
    public string? StateReason { get; init; }

    /// <summary>When it last announced something new.</summary>
    public DateTimeOffset? LastNewAt { get; init; }

    /// <summary>When it is looked at next.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Looks in a row at which it announced nothing at all.</summary>
    public int EmptyInRow { get; init; }
}
