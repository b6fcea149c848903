using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Queries.Tables;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>A claim as it stood at an instant.</summary>
/// <param name="Claim">The claim; its words are empty when the text was taken out since.</param>
/// <param name="Document">Where it stands.</param>
/// <param name="TextSha256">Hash of the text.</param>
/// <param name="AsOf">The instant, UTC.</param>
/// <param name="GoneAt">Since when it is no longer read as a claim, or so; null when this reading still holds.</param>
/// <param name="Flags">Its flags as they stood, suppressed ones included, as rows of the table of flags.</param>
/// <param name="Redaction">That the text was taken out; null when it was not.</param>
public sealed record FrozenClaim(
    Claim Claim, DocumentView Document, string TextSha256, DateTimeOffset AsOf, DateTimeOffset? GoneAt, IReadOnlyList<IReadOnlyDictionary<string, object?>> Flags, Redaction? Redaction);

/// <summary>Reads claims as they stood, so that what was cited once keeps resolving.</summary>
public sealed class FrozenClaims(Database database, LexiconSet lexicons, TextQueries texts, TableReader reader, QueryParser parser, QueryTables tables)
{
    /// <summary>A claim as it stood at an instant; null when it was not known then.</summary>
    /// <param name="id">The claim.</param>
    /// <param name="asOf">The instant in its stored form; null for its last reading.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<FrozenClaim?> GetAsync(ClaimId id, string? asOf, CancellationToken ct)
    {
        var found = await database.FirstAsync(
            "queries/find-frozen-claim",
            new { Id = id.Value, AsOf = asOf },
            row => (Claim: ViewRows.Claim(row, lexicons.Actors), Document: ViewRows.Document(row), Sha256: row.Text("text_sha256"), Until: row.TextOrNull("valid_until")),
            ct);
        if (found.Claim is null) return null;
        var at = asOf ?? found.Until ?? await LastChangeAsync(id, ct) ?? Instant.Write(DateTimeOffset.UnixEpoch);
        // The last state of what is gone is the one just before.
        var query = parser.Parse(tables.Flags, [new("claim", id.Value), new("all", "1"), new("_as_of", asOf is null && found.Until is not null ? Before(at) : at)], int.MaxValue);
        return new(
            found.Claim, found.Document, found.Sha256, Instant.Parse(at), found.Until is { } until ? Instant.Parse(until) : null, (await reader.RowsAsync(query with { Size = MostFlags }, ct)).Rows,
            await texts.RedactionAsync(found.Document.Id, ct));
    }

    /// <summary>When something about a claim last changed, in its stored form; null when it is not known.</summary>
    public Task<string?> LastChangeAsync(ClaimId id, CancellationToken ct) => database.FirstAsync("queries/find-last-change", new { Id = id.Value }, row => row.TextOrNull("changed_at"), ct);

    private const int MostFlags = 1000;

    private static string Before(string at) => Instant.Write(Instant.Parse(at).AddMilliseconds(-1));
}
