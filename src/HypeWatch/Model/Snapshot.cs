namespace HypeWatch.Model;

/// <summary>What a source or a sidecar file says about a document before it is read.</summary>
/// <param name="Title">Title.</param>
/// <param name="Authors">Authors, in order.</param>
/// <param name="Publisher">Publisher.</param>
/// <param name="Kind">What sort of text it is.</param>
/// <param name="Published">When it became public.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="ReleaseHint">Key of the release or release family that it belongs to.</param>
public sealed record ItemMetadata(
    string? Title = null, IReadOnlyList<string>? Authors = null, string? Publisher = null, DocumentKind? Kind = null,
    PublicationDate? Published = null, string? Language = null, string? ReleaseHint = null)
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
