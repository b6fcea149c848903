using HypeWatch.Model;

namespace HypeWatch.Queries;

/// <summary>That the text of a document was taken out.</summary>
/// <param name="Document">The document.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Where it stood.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">When, UTC.</param>
public sealed record Redaction(DocumentId Document, string Title, string Url, string Reason, DateTimeOffset At);
