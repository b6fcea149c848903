using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Propagation;

/// <summary>A stored release with the fingerprint of what it was last assessed from.</summary>
/// <param name="Release">The release.</param>
/// <param name="AssessedInput">Fingerprint of the versions and rules of its last assessment.</param>
public sealed record StoredRelease(Release Release, string AssessedInput);

/// <summary>Keeps releases, their documents and how claims travelled.</summary>
public sealed class ReleaseStore(Database database)
{
    /// <summary>All releases.</summary>
    public async Task<IReadOnlyList<StoredRelease>> ListAsync(CancellationToken ct)
    {
        var members = await database.QueryAsync(
            "propagation/list-release-documents",
            null,
            row => (Release: row.Text("release_id"), Member: new ReleaseDocument(row.Id<DocumentId>("document_id"), row.Code<DocumentRelation>("relation"))),
            ct);
        var byRelease = members.ToLookup(member => member.Release, member => member.Member, StringComparer.Ordinal);
        return await database.QueryAsync("propagation/list-releases", null, row => new StoredRelease(Map(row, [.. byRelease[row.Text("id")]]), row.Text("assessed_input")), ct);
    }

    /// <summary>The canonical address of a release's main text; null when there is no such release.</summary>
    public async Task<string?> PrimaryAsync(ReleaseId id, CancellationToken ct)
    {
        var found = await database.QueryAsync("propagation/list-release-primaries", new { Id = id.Value }, row => row.Text("canonical_url"), ct);
        return found.FirstOrDefault(url => ContentId.Of("rel", url) == id.Value);
    }

    /// <summary>Writes a release and its documents.</summary>
    public static async Task SaveAsync(StoredRelease stored, WriteScope scope)
    {
        var release = stored.Release;
        await scope.ExecuteAsync("propagation/save-release", new
        {
            Id = release.Id.Value, release.Title, release.Publisher, NotBefore = Instant.Write(release.FirstPublished.NotBefore),
            NotAfter = Instant.Write(release.FirstPublished.NotAfter), Precision = release.FirstPublished.Precision.ToCode(), release.FirstPublished.Basis,
            Coverage = release.Coverage.ToCode(), PeerReview = release.PeerReview.ToCode(), Tags = ModelJson.Write(release.Tags), stored.AssessedInput,
        });
        await scope.ExecuteAsync("propagation/delete-release-documents", new { ReleaseId = release.Id.Value });
        await scope.ExecuteManyAsync("propagation/save-release-document", release.Documents, member => new
        {
            ReleaseId = release.Id.Value, DocumentId = member.Document.Value, Relation = member.Relation.ToCode(),
        });
    }

    /// <summary>Removes a release that no longer exists after regrouping, with its flags and edges; reviews stay.</summary>
    public static Task DeleteAsync(ReleaseId release, WriteScope scope) => scope.ExecuteAsync("propagation/delete-release", new { Id = release.Value });

    /// <summary>Replaces the edges of a release.</summary>
    public static async Task SaveEdgesAsync(ReleaseId release, IEnumerable<PropagationEdge> edges, WriteScope scope)
    {
        await scope.ExecuteAsync("propagation/delete-edges", new { ReleaseId = release.Value });
        await scope.ExecuteManyAsync("propagation/save-edge", edges, edge => new
        {
            Id = edge.Id.Value, ReleaseId = release.Value, UpstreamDocumentId = edge.Upstream.Value, UpstreamClaimId = edge.UpstreamClaim?.Value,
            DownstreamDocumentId = edge.Downstream.Value, DownstreamClaimId = edge.DownstreamClaim?.Value, Kind = edge.Kind.ToCode(), Support = edge.Support.ToCode(),
            edge.SupportQuote, DateOk = edge.DateOk is { } ok ? ok ? 1 : 0 : (int?)null, edge.DeltaStrength, edge.DeltaCertainty, edge.DeltaScope,
            CaveatsLost = ModelJson.Write(edge.CaveatsLost), edge.Confidence, ExcessOwner = edge.ExcessOwner.ToCode(),
            Drift = edge.Drift.ToCode(), Changes = ModelJson.Write(edge.Changes), edge.UpstreamSentence,
        });
    }

    /// <summary>Replaces the quotations of a release that stand in no version of their source.</summary>
    public static async Task SaveSilentEditsAsync(ReleaseId release, IEnumerable<SilentEdit> edits, WriteScope scope)
    {
        await scope.ExecuteAsync("propagation/delete-silent-edits", new { ReleaseId = release.Value });
        await scope.ExecuteManyAsync("propagation/save-silent-edit", edits, edit => new
        {
            Id = ContentId.Of("sed", edit.Source.Value, edit.Version.Value, FormattableString.Invariant($"{edit.Span.Start}")), ReleaseId = release.Value, SourceDocumentId = edit.Source.Value,
            VersionId = edit.Version.Value, edit.Span.Start, edit.Span.End, edit.Quote, edit.Compared,
        });
    }

    /// <summary>Replaces what the texts about a release say came of it.</summary>
    public static async Task SaveInfluencesAsync(ReleaseId release, IEnumerable<AssertedInfluence> influences, WriteScope scope)
    {
        await scope.ExecuteAsync("propagation/delete-asserted-influences", new { ReleaseId = release.Value });
        await scope.ExecuteManyAsync("propagation/save-asserted-influence", influences, told => new
        {
            Id = ContentId.Of("inf", release.Value, told.Version.Value, FormattableString.Invariant($"{told.Span.Start}"), told.Upstream), ReleaseId = release.Value, VersionId = told.Version.Value, told.Span.Start, told.Span.End, told.Quote,
            told.Upstream, UpstreamDocumentId = told.UpstreamDocument?.Value, UpstreamNotBefore = Instant.Write(told.UpstreamDate.NotBefore), UpstreamNotAfter = Instant.Write(told.UpstreamDate.NotAfter),
            told.Downstream, DownstreamDocumentId = told.DownstreamDocument?.Value, DownstreamClaimId = told.DownstreamClaim?.Value, told.DownstreamAsserter, told.DownstreamUrl,
            DownstreamNotBefore = Instant.Write(told.DownstreamDate.NotBefore), DownstreamNotAfter = Instant.Write(told.DownstreamDate.NotAfter), DownstreamBasis = told.DownstreamDate.Basis,
            DateOk = told.DateOk is { } ok ? ok ? 1 : 0 : (int?)null, Support = told.Support.ToCode(), told.Confidence,
        });
    }

    private static Release Map(Row row, IReadOnlyList<ReleaseDocument> documents) => new(
        row.Id<ReleaseId>("id"), row.Text("title"), row.Text("publisher"),
        RecordRows.Published(row),
        row.Code<Coverage>("coverage"), row.Code<PeerReview>("peer_review"), row.Json<IReadOnlyList<string>>("tags"), documents);
}
