using HypeWatch.Model;

namespace HypeWatch.Sources;

/// <summary>A kind of place where documents are announced. One file each, found by scanning the assembly.</summary>
public interface ISource
{
    /// <summary>The name by which <see cref="SourceSettings.Kind"/> selects it.</summary>
    string Kind { get; }

    /// <summary>What must be set before it can be asked.</summary>
    SourceNeeds Needs => SourceNeeds.None;

    /// <summary>What is announced now and passes the filters, in the order of the source. Which of it is new is known by the items' keys alone.</summary>
    /// <param name="source">The entry of the configuration.</param>
    /// <param name="ct">Ends the poll.</param>
    /// <exception cref="SourceException">The source could not be read, or is not what the configuration says.</exception>
    IAsyncEnumerable<SourceItem> NewItemsAsync(SourceSettings source, CancellationToken ct);
}

/// <summary>A source could not be read. Items that came before the failure are good.</summary>
public sealed class SourceException : HypeWatchException
{
    /// <summary>Makes the failure.</summary>
    internal SourceException(string message, TimeSpan? retryAfter = null, PollState? state = null)
        : base(message)
    {
        RetryAfter = retryAfter;
        State = state ?? (retryAfter is null ? PollState.Broken : PollState.TryLater);
    }

    /// <summary>What that makes of the source.</summary>
    public PollState State { get; }

    /// <summary>When the failure may have passed; null when the source or its configuration must change first.</summary>
    public TimeSpan? RetryAfter { get; }
}
