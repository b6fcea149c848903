using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>How the reading of archived bytes ended.</summary>
public abstract record ReadOutcome;

/// <summary>The bytes are a document, and this is its text.</summary>
/// <param name="Version">The text with everything that is addressed by offset into it.</param>
public sealed record Readable(DocumentVersion Version) : ReadOutcome;

/// <summary>The bytes gave no document.</summary>
/// <param name="Reason">What they are or what failed, and what to do, in one line.</param>
/// <param name="IsSkip">True when they are no document at all (a data dump, a feed, a licence, an image); false when a document could not be read (parked).</param>
public sealed record Unreadable(string Reason, bool IsSkip) : ReadOutcome;
