using HypeWatch.Model;

namespace HypeWatch.Sources;

/// <summary>How a poll of a source ended.</summary>
public enum PollState
{
    /// <summary>It was read and announces something that passes its filters.</summary>
    Read,
    /// <summary>It was read, and nothing in it passes its filters, or it is empty. That is no failure: some feeds are empty at weekends.</summary>
    Empty,
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
public sealed record SourcePoll(string Source, PollState State, IReadOnlyList<SourceItem> Items, string Reason, TimeSpan? RetryAfter = null);
