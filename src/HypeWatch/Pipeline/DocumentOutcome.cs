using HypeWatch.Model;

namespace HypeWatch.Pipeline;

/// <summary>Where an announced item stands.</summary>
public enum ItemState
{
    /// <summary>Announced, not worked on yet.</summary>
    Pending,
    /// <summary>Being worked on.</summary>
    Running,
    /// <summary>Through all stages.</summary>
    Done,
    /// <summary>Read, and not about the topic.</summary>
    OffTopic,
    /// <summary>Not a document (a data dump, a feed, a licence).</summary>
    Skipped,
    /// <summary>Failed; stays visible with its reason and is not tried again by itself.</summary>
    Parked,
    /// <summary>To be tried again later.</summary>
    Retry,
}

/// <summary>How a document came through the stages.</summary>
/// <param name="State">Where it stands now.</param>
/// <param name="Stage">The stage that decided; null when all were passed.</param>
/// <param name="Reason">Why it stopped there; null when it did not.</param>
/// <param name="Version">The version read; null when it was not read.</param>
/// <param name="Claims">Number of claims found.</param>
/// <param name="RetryAfter">For <see cref="ItemState.Retry"/>: how long to wait.</param>
public sealed record DocumentOutcome(
    ItemState State, string? Stage = null, string? Reason = null, DocumentVersion? Version = null, int Claims = 0, TimeSpan? RetryAfter = null)
{
    /// <summary>A stage ended the way of the document.</summary>
    public static DocumentOutcome At(string stage, ItemState state, string reason, DocumentVersion? version = null) => new(state, stage, reason, version);
}

/// <summary>An item as it stands in the queue.</summary>
/// <param name="Item">What was announced.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Stage">The stage that decided.</param>
/// <param name="Reason">Why it stopped there.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Owner">The process that works on it.</param>
/// <param name="LeaseUntil">Until when that process may be trusted to be alive.</param>
/// <param name="Document">The document, once read.</param>
/// <param name="Version">The version, once read.</param>
public sealed record QueuedItem(
    SourceItem Item, ItemState State, string? Stage, string? Reason, int Attempts, string? Owner, DateTimeOffset? LeaseUntil, DocumentId? Document, VersionId? Version)
{
    /// <summary>When it is to be read, or tried again.</summary>
    public DateTimeOffset DueAt { get; init; }
}
