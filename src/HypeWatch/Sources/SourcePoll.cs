using HypeWatch.Model;

namespace HypeWatch.Sources;

/// <summary>How a poll of a source ended.</summary>
public enum PollState
{
    /// <summary>It was read and announces something that passes its filters.</summary>
    Read,
    /// <summary>It was read, and nothing in it passes its filters, or it is empty. That is no failure: some feeds are empty at weekends.</summary>
    Empty,
    /// <summary>It says that nothing has changed since the last look.</summary>
    Unchanged,
    /// <summary>It could not be had now.</summary>
    TryLater,
    /// <summary>Its server counts our requests, and there were too many.</summary>
    RateLimited,
    /// <summary>Its server keeps programs out: a wall or a challenge page. Waiting rarely helps, and it is never got around.</summary>
    Blocked,
    /// <summary>It is not what the configuration says, or its server refuses. Somebody must look.</summary>
    Broken,
    /// <summary>It is not polled.</summary>
    Off,
}

/// <summary>What a poll of a source found.</summary>
/// <param name="Source">Name of the source.</param>
/// <param name="State">How it ended.</param>
/// <param name="Items">What it announces, each document once; with <see cref="PollState.Broken"/> what could be read before the defect.</param>
/// <param name="Reason">One line for people.</param>
/// <param name="RetryAfter">When to ask again; null for the usual time.</param>
public sealed record SourcePoll(string Source, PollState State, IReadOnlyList<SourceItem> Items, string Reason, TimeSpan? RetryAfter = null)
{
    /// <summary>Whether it could be read.</summary>
    public bool IsRead => State is PollState.Read or PollState.Empty or PollState.Unchanged;

    /// <summary>Whether somebody must hear of it.</summary>
    public bool IsFailure => State is PollState.Broken or PollState.TryLater or PollState.RateLimited or PollState.Blocked;

    /// <summary>What the look leaves behind for the next one; null when nothing.</summary>
    internal PollMemory? Memory { get; init; }

    /// <summary>Whether what it announces is all that it holds, so that an item which is not among it is gone; a source that tells only news says nothing about the rest.</summary>
    internal bool IsWhole { get; init; }
}
