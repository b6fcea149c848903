namespace HypeWatch.Model;

/// <summary>
/// One comment below a document, with what the page says about it: a comment may defend the document or attack it, and is never the document's own voice.
/// </summary>
/// <param name="Index">Position in the thread as printed, from 0.</param>
/// <param name="Parent">Index of the comment that it answers; null for one on the document itself.</param>
/// <param name="Author">The author as printed.</param>
/// <param name="Posted">When it was posted, as far as the page says.</param>
/// <param name="Karma">Points that readers gave it; null where the page shows none.</param>
/// <param name="Span">From its first word to its last; answers printed between its paragraphs lie inside.</param>
public sealed record Comment(int Index, int? Parent, string Author, PublicationDate? Posted, int? Karma, Span Span);

/// <summary>The thread below a document.</summary>
/// <param name="Stated">How many comments the page says there are; null where it does not say.</param>
/// <param name="Comments">Those that were read; fewer than <paramref name="Stated"/> means that the copy is not whole.</param>
public sealed record Discussion(int? Stated, IReadOnlyList<Comment> Comments)
{
    /// <summary>No thread.</summary>
    public static Discussion None { get; } = new(null, []);
}
