namespace HypeWatch.Model;

/// <summary>What became of a text or its review, as its source says.</summary>
public enum AnnouncedStatus
{
    /// <summary>Under review.</summary>
    UnderReview,
    /// <summary>Accepted after review.</summary>
    Accepted,
    /// <summary>Rejected after review.</summary>
    Rejected,
    /// <summary>Withdrawn by its authors.</summary>
    Withdrawn,
    /// <summary>Retracted.</summary>
    Retracted,
    /// <summary>Corrected since, by its authors or by a notice.</summary>
    Corrected,
    /// <summary>A post or comment that its author took back; what it said no longer counts as said.</summary>
    TakenBack,
    /// <summary>Deleted; only the fact is kept.</summary>
    Deleted,
}

/// <summary>How a text was received, as counted by its source at the time.</summary>
/// <param name="Score">Votes, points, likes or citations.</param>
/// <param name="Agreement">Votes on agreement, where the source counts them apart.</param>
/// <param name="Replies">Comments or replies.</param>
public sealed record Reception(long? Score = null, long? Agreement = null, long? Replies = null);

/// <summary>Bytes of the archive that are the document, because its source sent it whole.</summary>
/// <param name="Sha256">Their hash.</param>
/// <param name="ContentType">Media type with parameters.</param>
public sealed record StoredContent(string Sha256, string ContentType);

/// <summary>A document that its source sent whole.</summary>
/// <param name="Bytes">Exactly what was sent.</param>
/// <param name="ContentType">Media type with parameters.</param>
public sealed record ItemContent(ReadOnlyMemory<byte> Bytes, string ContentType);

/// <summary>What a source or a sidecar file says about a document before it is read.</summary>
/// <param name="Title">Title.</param>
/// <param name="Authors">Authors, in order.</param>
/// <param name="Publisher">Publisher.</param>
/// <param name="Kind">What sort of text it is.</param>
/// <param name="Published">When it became public.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="ReleaseHint">Key of the release or release family that it belongs to.</param>
/// <param name="Aliases">Other canonical addresses of the same text or work.</param>
/// <param name="Version">Its version as the source names it, such as <c>v2</c>, or when it was last edited.</param>
/// <param name="Parent">Canonical address of what it answers, quotes or belongs to.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Reception">How it was received.</param>
/// <param name="Content">Where its bytes lie when its source sent it whole; null when it is to be fetched.</param>
/// <param name="AnyTopic">Whether it is to be read whatever it seems to be about.</param>
public sealed record ItemMetadata(
    string? Title = null, IReadOnlyList<string>? Authors = null, string? Publisher = null, DocumentKind? Kind = null,
    PublicationDate? Published = null, string? Language = null, string? ReleaseHint = null, IReadOnlyList<string>? Aliases = null, string? Version = null,
    string? Parent = null, AnnouncedStatus? Status = null, Reception? Reception = null, StoredContent? Content = null,
    bool AnyTopic = false)
{
    /// <summary>Nothing is said.</summary>
    public static ItemMetadata None { get; } = new();
}

/// <summary>One announced thing: an address to read, and what its source says about it.</summary>
/// <param name="Url">Where to read it: http(s), or <c>file:</c> for a local file.</param>
/// <param name="DocumentUrl">The document's address, which differs from <paramref name="Url"/> for a saved copy; the key of the item.</param>
/// <param name="Source">Name of the source, or <c>command-line</c>.</param>
/// <param name="Metadata">What the source says about it.</param>
public sealed record SourceItem(string Url, string DocumentUrl, string Source, ItemMetadata Metadata)
{
    /// <summary>The document itself, when the source sent it whole; null when it is to be fetched.</summary>
    public ItemContent? Content { get; init; }

    /// <summary>The identity of the item across sources and runs.</summary>
    public string Key => DocumentUrl;
}

/// <summary>Exactly what was read, and when. The bytes lie in the archive under their hash.</summary>
/// <param name="Id">Follows from the document's address and the hash.</param>
/// <param name="Item">What announced it.</param>
/// <param name="FetchedAt">UTC instant of the fetch.</param>
/// <param name="Sha256">SHA-256 of the bytes, lower-case hexadecimal.</param>
/// <param name="Length">Number of bytes.</param>
/// <param name="ContentType">Media type with parameters as stated by the server, or guessed from the file's name.</param>
/// <param name="ETag">Validator of the server; null when none.</param>
/// <param name="LastModified">Validator of the server; null when none.</param>
public sealed record Snapshot(
    SnapshotId Id, SourceItem Item, DateTimeOffset FetchedAt, string Sha256, long Length, string ContentType, string? ETag = null, string? LastModified = null);
