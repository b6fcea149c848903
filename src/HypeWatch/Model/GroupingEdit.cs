namespace HypeWatch.Model;

/// <summary>What a person does to the grouping of documents.</summary>
public enum GroupingEditKind
{
    /// <summary>Two releases are one.</summary>
    Merge,
    /// <summary>A document is a release of its own.</summary>
    Split,
}

/// <summary>A person's correction of the grouping. It names documents, not releases, so that it holds whatever else is grouped anew; it is never deleted, only undone.</summary>
/// <param name="Id">Follows from kind, documents and instant.</param>
/// <param name="Kind">What is done.</param>
/// <param name="Document">Canonical address of the main text that is merged into another release, or of the document that is split off.</param>
/// <param name="Into">For a merge, canonical address of the main text of the release that stays; null for a split.</param>
/// <param name="By">Who did it.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When, UTC.</param>
/// <param name="UndoneAt">When it was undone; null while it holds.</param>
/// <param name="UndoneBy">By whom.</param>
public sealed record GroupingEdit(
    string Id, GroupingEditKind Kind, string Document, string? Into, string By, string Reason, DateTimeOffset At, DateTimeOffset? UndoneAt = null, string? UndoneBy = null);
