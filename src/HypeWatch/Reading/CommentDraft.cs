using HypeWatch.Model;

namespace HypeWatch.Reading;

/// <summary>A comment being read: who wrote it, when, how it was rated, and what it answers.</summary>
/// <param name="Author">The author as printed.</param>
/// <param name="Posted">When, as far as the page says.</param>
/// <param name="Karma">Points; null where the page shows none.</param>
/// <param name="Parent">The comment that it answers; null for one on the document.</param>
internal sealed record CommentDraft(string Author, PublicationDate? Posted, int? Karma, CommentDraft? Parent);
