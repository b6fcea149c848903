using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>A claim as a place in a text.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Span">Where, in characters of the text.</param>
/// <param name="Strength">How much it asserts.</param>
/// <param name="Flags">Flags on it that are open or were confirmed.</param>
public sealed record TextMark(ClaimId Claim, Span Span, Strength Strength, int Flags);

/// <summary>A version of a text, as it is listed.</summary>
/// <param name="Id">The version.</param>
/// <param name="ReadAt">When it was first read, UTC.</param>
/// <param name="TextSha256">Hash of its words.</param>
public sealed record TextVersion(VersionId Id, DateTimeOffset ReadAt, string TextSha256);

/// <summary>An archived text.</summary>
/// <param name="Document">Its document.</param>
/// <param name="Version">Which version it is.</param>
/// <param name="Text">Its words; in place of a private person's name stands <see cref="LeftOutNames.Sign"/> for each of its characters, so that places in the text hold.</param>
/// <param name="ExtractionMethod">How they were read.</param>
/// <param name="IsCurrent">Whether it is the current version.</param>
public sealed record ArchivedText(DocumentView Document, TextVersion Version, string Text, string ExtractionMethod, bool IsCurrent);

/// <summary>Reads archived texts for readers, with the claims in them.</summary>
public sealed class TextQueries(Database database, LexiconSet lexicons)
{
    /// <summary>The current text of a document; null when there is none of that id.</summary>
    public Task<ArchivedText?> CurrentAsync(DocumentId document, CancellationToken ct) => FindAsync(document.Value, null, ct);

    /// <summary>A version; null when there is none of that id.</summary>
    public Task<ArchivedText?> VersionAsync(VersionId version, CancellationToken ct) => FindAsync(null, version.Value, ct);

    /// <summary>That the text of a document was taken out; null when it was not.</summary>
    public Task<Redaction?> RedactionAsync(DocumentId document, CancellationToken ct) => database.FirstAsync(
        "queries/find-redaction", new { Document = document.Value }, row => new Redaction(row.Id<DocumentId>("document_id"), row.Text("title"), row.Text("url"), row.Text("reason"), row.Instant("redacted_at")), ct);

    /// <summary>The claims of a version, by place.</summary>
    public Task<IReadOnlyList<TextMark>> MarksAsync(VersionId version, CancellationToken ct) => database.QueryAsync(
        "queries/list-marks", new { Version = version.Value }, row => new TextMark(row.Id<ClaimId>("id"), row.Span(), row.Code<Strength>("strength"), row.Int("flags")), ct);

    /// <summary>The versions of a document, the latest first.</summary>
    public Task<IReadOnlyList<TextVersion>> VersionsAsync(DocumentId document, CancellationToken ct) => database.QueryAsync(
        "queries/list-text-versions", new { Document = document.Value }, row => new TextVersion(row.Id<VersionId>("id"), row.Instant("created_at"), row.Text("text_sha256")), ct);

    private async Task<ArchivedText?> FindAsync(string? document, string? version, CancellationToken ct)
    {
        var found = await database.FirstAsync(
            "queries/find-text",
            new { Document = document, Version = version },
            row => (Text: new ArchivedText(
                ViewRows.Document(row), new(row.Id<VersionId>("version_id"), row.Instant("created_at"), row.Text("text_sha256")), row.Text("text"), row.Text("extraction_method"), row.Bool("is_current")),
                Authors: row.Json<IReadOnlyList<string>>("authors")),
            ct);
        if (found.Text is not { } text) return null;
        var speakers = await database.QueryAsync("queries/list-speakers", new { Version = text.Version.Id.Value }, row => (Name: row.Text("name"), Place: row.Code<Place>("place")), ct);
        var names = speakers.Concat(found.Authors.Select(author => (Name: author, Place: Place.Body)))
            .Where(speaker => lexicons.Actors.Shown(speaker.Name, text.Document.Kind, speaker.Place, text.Document.Publisher) != speaker.Name).Select(speaker => speaker.Name);
        return text with { Text = LeftOutNames.In(text.Text, names) };
    }
}
