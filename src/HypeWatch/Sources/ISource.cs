using HypeWatch.Http;
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

/// <summary>A source that is one page or file: what it announces follows from a single answer, so a saved answer tries its settings.</summary>
internal interface IPageSource : ISource
{
    /// <summary>What is asked for.</summary>
    HttpPurpose Purpose { get; }

    /// <summary>What an answer announces.</summary>
    /// <param name="source">The entry of the configuration.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <exception cref="SourceException">It is not what the configuration says.</exception>
    IAsyncEnumerable<SourceItem> ReadAsync(SourceSettings source, HttpAnswer.Fetched answer, CancellationToken ct);
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

/// <summary>A source says that nothing has changed since the last look. No failure, and nothing to read.</summary>
public sealed class SourceUnchangedException : HypeWatchException
{
    /// <summary>Makes the answer.</summary>
    internal SourceUnchangedException()
        : base("nothing has changed since the last look")
    {
    }
}
