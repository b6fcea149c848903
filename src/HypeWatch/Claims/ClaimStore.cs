using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Claims;

/// <summary>Keeps the claims and caveats of versions. That each quote still equals its text is checked by <c>db check</c>.</summary>
public sealed class ClaimStore(Database database) : IResultStore<ClaimSet>
{
    /// <inheritdoc/>
    public string IdOf(ClaimSet result) => result.Version.Value;

    /// <inheritdoc/>
    public async Task SaveAsync(ClaimSet result, WriteScope scope)
    {
        // Flags hang on claims. What a second extraction found alike stays, and with it the assessment of its release.
        var before = await LoadAsync(result.Version.Value, CancellationToken.None);
        if (before is null || ClaimSet.Digest(before.Claims, before.Caveats) != ClaimSet.Digest(result.Claims, result.Caveats)) await ReplaceAsync(result, hasPast: before is { Claims.Count: > 0 }, scope);
        await SaveTallyAsync(result, scope);
    }

    private static async Task ReplaceAsync(ClaimSet result, bool hasPast, WriteScope scope)
    {
        var id = result.Version.Value;
        var now = new { VersionId = id, At = scope.Now };
        if (hasPast) await scope.ExecuteAsync("claims/keep-past", now);
        await scope.ExecuteAsync("claims/delete-claims", new { VersionId = id });
        await scope.ExecuteAsync("claims/delete-caveats", new { VersionId = id });
        // Nearly all claims of a version come about in the same way.
        var provenances = new Dictionary<Provenance, string>();
        await scope.ExecuteManyAsync("claims/save-claim", result.Claims, claim => new
        {
            Id = claim.Id.Value, VersionId = id, DocumentId = claim.Document.Value, claim.Span.Start, claim.Span.End, claim.Quote,
            QuoteSha256 = ContentId.Sha256(claim.Quote), claim.Normalised, Type = claim.Type.ToCode(), Types = ModelJson.Write(claim.Types),
            Strength = claim.Strength.ToCode(), Certainty = claim.Certainty.ToCode(), ScopeModel = claim.Scope.Model, ScopeData = claim.Scope.Data,
            ScopeConcept = claim.Scope.Concept, ScopeDeployment = claim.Scope.Deployment, IsGeneric = claim.Scope.Generic ? 1 : 0,
            Polarity = claim.Polarity.ToCode(), AssertMode = claim.Mode.ToCode(), claim.Asserter, claim.AttributedTo, Place = claim.Place.ToCode(),
            IsHeadline = claim.IsHeadline ? 1 : 0, claim.ComparativeTo, claim.ExtractionConfidence, Provenance = Written(claim.Provenance, provenances),
        });
        await scope.ExecuteManyAsync("claims/save-caveat", result.Caveats, caveat => new
        {
            Id = caveat.Id.Value, VersionId = id, caveat.Span.Start, caveat.Span.End, caveat.Quote, Kind = caveat.Kind.ToCode(),
            IsSpecific = caveat.IsSpecific ? 1 : 0, Place = caveat.Place.ToCode(), Provenance = ModelJson.Write(caveat.Provenance),
        });
        // Of a version that had no claims nothing was known before, and looking up each claim's past costs as much as writing it.
        if (!hasPast) return;
        // A claim that is read as before is known since it was first read so.
        await scope.ExecuteAsync("claims/keep-beginnings", now);
        await scope.ExecuteAsync("claims/drop-unchanged", now);
    }

    private static string Written(Provenance provenance, Dictionary<Provenance, string> known) =>
        known.TryGetValue(provenance, out var written) ? written : known[provenance] = ModelJson.Write(provenance);

    private static Task<int> SaveTallyAsync(ClaimSet result, WriteScope scope)
    {
        var tally = result.Tally;
        return scope.ExecuteAsync("claims/save-tally", new
        {
            VersionId = result.Version.Value, tally.Engine, tally.Proposed, tally.NotVerbatim, tally.Malformed, tally.InputTokens, tally.OutputTokens, tally.Note, tally.Withdrawn,
        });
    }

    /// <inheritdoc/>
    public async Task<ClaimSet?> LoadAsync(string id, CancellationToken ct)
    {
        var tally = await database.FirstAsync("claims/find-tally", new { VersionId = id }, MapTally, ct);
        if (tally is null) return null;
        var claims = await database.QueryAsync("claims/list-claims", new { VersionId = id }, RecordRows.Claim, ct);
        var caveats = await database.QueryAsync("claims/list-caveats", new { VersionId = id }, RecordRows.Caveat, ct);
        return new(VersionId.From(id), claims, caveats, tally);
    }

    private static ExtractionTally MapTally(Row row) => new(
        row.Text("engine"), row.Int("proposed"), row.Int("not_verbatim"), row.Int("malformed"), row.Long("input_tokens"), row.Long("output_tokens"), row.TextOrNull("note"), Withdrawn: row.Int("withdrawn"));
}
