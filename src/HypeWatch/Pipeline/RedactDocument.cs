using HypeWatch.Archiving;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Pipeline;

/// <summary>What was taken out.</summary>
/// <param name="Document">The document.</param>
/// <param name="Title">Its title, which stays.</param>
/// <param name="Versions">Versions whose text is gone; their hashes stay.</param>
/// <param name="Objects">Archived objects that were deleted.</param>
/// <param name="Assessment">How the releases stand without it.</param>
public sealed record RedactionReport(DocumentId Document, string Title, int Versions, int Objects, AssessmentReport Assessment);

/// <summary>
/// Takes the text of a document out: what was fetched, all versions, every quote of it here, in digests, mails and kept answers of a language model. Its hashes stay, with who took it out, when and why, so that
/// its addresses keep resolving; flags are computed anew without it, and it is not read again.
/// </summary>
public sealed class RedactDocument(Database database, Archive archive, AssessRelease assess)
{
    private static readonly string[] OfVersion =
        ["claims/delete-claims", "claims/delete-caveats", "evidence/delete-experiments", "reading/delete-passages", "reading/delete-references", "reading/delete-links", "pipeline/delete-tally"];

    private static readonly string[] OfDocument =
        ["pipeline/redact-history", "pipeline/redact-flags", "pipeline/redact-arguments", "pipeline/redact-edges", "pipeline/redact-cited-works", "pipeline/redact-silent-edits", "pipeline/redact-asserted-influences", "pipeline/save-redacted-snapshots", "pipeline/redact-metadata", "pipeline/redact-items", "pipeline/redact-document"];

    /// <summary>Takes it out; a second time completes what an interruption left.</summary>
    /// <param name="id">Id or address of the document, or id of a version or claim of it.</param>
    /// <param name="by">Who takes it out.</param>
    /// <param name="reason">Why; this is shown.</param>
    /// <param name="ct">Stops it before it began.</param>
    /// <returns>Null when there is no such document.</returns>
    public async Task<RedactionReport?> RunAsync(string id, string by, string reason, CancellationToken ct)
    {
        var found = await database.QueryAsync("pipeline/find-redactable", new { Id = id }, row => (Id: row.Id<DocumentId>("id"), Title: row.Text("title")), ct);
        if (found is not [var (document, title)]) return null;
        var parameters = new { Document = document.Value };
        // JSON and plain replies hold the words in different forms.
        var quotes = (await database.QueryAsync("pipeline/list-redacted-quotes", parameters, row => row.Text("quote"), ct)).Where(quote => quote.Length > 0)
            .SelectMany(quote => new[] { quote, ModelJson.Write(quote)[1..^1] }).Distinct(StringComparer.Ordinal).ToList();
        var versions = 0;
        await database.WriteAsync(
            async scope =>
            {
                await scope.ExecuteAsync("pipeline/save-redaction", new { parameters.Document, By = by, Reason = reason });
                foreach (var name in OfDocument) await scope.ExecuteAsync(name, parameters);
                var texts = await scope.QueryAsync("pipeline/list-redacted-versions", parameters, row => row.Text("id"));
                foreach (var version in texts)
                {
                    await scope.ExecuteAsync("claims/keep-past", new { VersionId = version, At = scope.Now });
                    foreach (var name in OfVersion) await scope.ExecuteAsync(name, new { VersionId = version });
                }

                versions = texts.Count;
                await scope.ExecuteAsync("pipeline/redact-claims", parameters);
                await scope.ExecuteAsync("pipeline/redact-versions", parameters);
                await scope.ExecuteAsync("pipeline/redact-version-authors", parameters);
                foreach (var name in (string[])["pipeline/redact-mails", "pipeline/redact-digests", "pipeline/redact-model-replies"])
                    await scope.ExecuteManyAsync(name, quotes, quote => new { Quoted = quote });
                // What was deleted from the index of words stays in it until its parts are joined.
                await scope.ExecuteAsync("pipeline/redact-search", new { });
            },
            ct);
        var objects = await database.QueryAsync("pipeline/list-redacted-objects", parameters, row => row.Text("sha256"), ct);
        foreach (var sha256 in objects) archive.Remove(sha256);
        var assessment = await assess.RunAllAsync(ct);
        // Old pages wait in the log beside the file, or for a sweep of the server.
        await database.QueryAsync("pipeline/redact-old-frames", null, _ => 0, ct);
        return new(document, title, versions, objects.Count, assessment);
    }
}
