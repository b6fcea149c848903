using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>A document with the text of its current version.</summary>
/// <param name="Document">The document.</param>
/// <param name="Version">Its current version.</param>
/// <param name="Text">The normalised text to which all offsets refer.</param>
/// <param name="Sha256">Hash of that text.</param>
/// <param name="FetchedAt">When it was read.</param>
public sealed record DocumentText(DocumentView Document, VersionId Version, string Text, string Sha256, DateTimeOffset FetchedAt);

/// <summary>Reads documents for every door.</summary>
public sealed class DocumentQueries(Database database)
{
    /// <summary>One document with its text, by its id; null when there is none.</summary>
    public Task<DocumentText?> TextAsync(DocumentId id, CancellationToken ct) => database.FirstAsync(
        "queries/find-document-text",
        new { Id = id.Value },
        row => new DocumentText(ViewRows.Document(row), row.Id<VersionId>("version_id"), row.Text("text"), row.Text("text_sha256"), row.Instant("fetched_at")),
        ct);
}
