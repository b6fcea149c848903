namespace HypeWatch.Model;

/// <summary>
/// Words that a text quotes from a source and that stand in no archived version of it. The source may have been edited before it was first archived, or the quotation may be
/// inexact: a question to look into, never held against whoever quotes.
/// </summary>
/// <param name="Source">The document that the words are credited to.</param>
/// <param name="Version">The text that quotes them.</param>
/// <param name="Span">Where they stand in it.</param>
/// <param name="Quote">The quoted words.</param>
/// <param name="Compared">With how many versions of the source they were compared.</param>
public sealed record SilentEdit(DocumentId Source, VersionId Version, Span Span, string Quote, int Compared);
