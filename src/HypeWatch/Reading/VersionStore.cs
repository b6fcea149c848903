using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Reading;

/// <summary>A version of a document, without its text.</summary>
/// <param name="Id">The version.</param>
/// <param name="Document">The document.</param>
/// <param name="Title">Title of the document.</param>
/// <param name="TextSha256">Hash of the cleaned text.</param>
/// <param name="FetchedAt">When it was read.</param>
public sealed record StoredVersion(VersionId Id, DocumentId Document, string Title, string TextSha256, DateTimeOffset FetchedAt);

/// <summary>Keeps documents and their versions with everything that is addressed by offset into the text.</summary>
public sealed class VersionStore(Database database) : IResultStore<DocumentVersion>
{
    /// <inheritdoc/>
    public string IdOf(DocumentVersion result) => result.Id.Value;

    /// <inheritdoc/>
    public async Task SaveAsync(DocumentVersion result, WriteScope scope)
    {
        var document = result.Document;
        await scope.ExecuteAsync("reading/save-document", new
        {
            Id = document.Id.Value, Kind = document.Kind.ToCode(), document.Url, document.CanonicalUrl, document.Title, document.Publisher,
            Authors = ModelJson.Write(document.Authors), NotBefore = Instant.Write(document.Published.NotBefore), NotAfter = Instant.Write(document.Published.NotAfter),
            Precision = document.Published.Precision.ToCode(), document.Published.Basis, document.Language, document.ReleaseHint, CurrentVersionId = result.Id.Value,
        });
        await scope.ExecuteAsync("reading/save-version", new
        {
            Id = result.Id.Value, DocumentId = document.Id.Value, SnapshotId = result.Snapshot.Value, Document = ModelJson.Write(document), result.Text,
            result.TextSha256, result.ExtractionMethod, Findings = ModelJson.Write(result.Findings), Tables = ModelJson.Write(result.Tables), Discussion = ModelJson.Write(result.Discussion),
            Titles = ModelJson.Write(result.Titles), Dates = ModelJson.Write(result.Dates),
        });
        await SavePartsAsync(result, scope);
    }

    /// <inheritdoc/>
    public async Task<DocumentVersion?> LoadAsync(string id, CancellationToken ct)
    {
        var passages = await database.QueryAsync("reading/list-passages", new { VersionId = id }, MapPassage, ct);
        var references = await database.QueryAsync("reading/list-references", new { VersionId = id }, MapReference, ct);
        var links = await database.QueryAsync("reading/list-links", new { VersionId = id }, row => new TextLink(row.Span(), row.Text("url")), ct);
        return await database.FirstAsync(
            "reading/find-version",
            new { Id = id },
            row => new DocumentVersion(
                row.Id<VersionId>("id"), row.Json<Document>("document"), row.Id<SnapshotId>("snapshot_id"), row.Text("text"), row.Text("text_sha256"),
                row.Text("extraction_method"), passages, references, links, row.Json<IReadOnlyList<PageFinding>>("findings"))
            {
                Tables = row.Json<IReadOnlyList<Table>>("tables"), Discussion = row.Json<Discussion>("discussion"), Titles = row.Json<IReadOnlyList<StatedTitle>>("titles"),
                Dates = row.Json<IReadOnlyList<StatedDate>>("dates"),
            },
            ct);
    }

    /// <summary>The versions of a document, oldest first.</summary>
    /// <param name="document">Its id, its canonical address, or the id of one of its versions.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<IReadOnlyList<StoredVersion>> OfDocumentAsync(string document, CancellationToken ct)
    {
        var found = await database.QueryAsync(
            "reading/list-document-versions",
            new { Document = document },
            row => new StoredVersion(row.Id<VersionId>("id"), row.Id<DocumentId>("document_id"), row.Text("title"), row.Text("text_sha256"), row.Instant("fetched_at")),
            ct);
        return found is [var only] && only.Id.Value == document && only.Document.Value != document ? await OfDocumentAsync(only.Document.Value, ct) : found;
    }

    /// <summary>The ids of all versions.</summary>
    public Task<IReadOnlyList<VersionId>> ListAsync(CancellationToken ct) => database.QueryAsync("reading/list-versions", null, row => row.Id<VersionId>("id"), ct);

    private static async Task SavePartsAsync(DocumentVersion version, WriteScope scope)
    {
        var id = version.Id.Value;
        await scope.ExecuteAsync("reading/delete-passages", new { VersionId = id });
        await scope.ExecuteAsync("reading/delete-references", new { VersionId = id });
        await scope.ExecuteAsync("reading/delete-links", new { VersionId = id });
        await scope.ExecuteManyAsync("reading/save-passage", version.Passages, passage => new
        {
            VersionId = id, Number = passage.Index, passage.Span.Start, passage.Span.End, Place = passage.Place.ToCode(), passage.Heading, passage.Paragraph,
            passage.Sentence, passage.Speaker,
        });
        await scope.ExecuteManyAsync("reading/save-reference", version.References, reference => new
        {
            VersionId = id, Number = reference.Index, reference.Text, reference.Span?.Start, reference.Span?.End, reference.Title,
            Authors = ModelJson.Write(reference.Authors), reference.Year, reference.Doi, reference.Arxiv, reference.Url, reference.Label,
        });
        await scope.ExecuteManyAsync("reading/save-link", version.Links.Index(), link => new
        {
            VersionId = id, Number = link.Index, link.Item.Span.Start, link.Item.Span.End, link.Item.Url,
        });
    }

    private static Passage MapPassage(Row row) => new(
        row.Int("number"), row.Span(), row.Code<Place>("place"), row.Text("heading"), row.Int("paragraph"), row.Int("sentence"), row.TextOrNull("speaker"));

    private static Reference MapReference(Row row) => new(
        row.Int("number"), row.Text("text"), row.SpanOrNull(), row.TextOrNull("title"), row.Json<IReadOnlyList<string>>("authors"), row.IntOrNull("year"),
        row.TextOrNull("doi"), row.TextOrNull("arxiv"), row.TextOrNull("url"), row.TextOrNull("label"));
}
