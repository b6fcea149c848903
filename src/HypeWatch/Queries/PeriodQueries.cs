using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>What a period brought.</summary>
/// <param name="Documents">Versions read.</param>
/// <param name="Claims">Claims found.</param>
/// <param name="Flags">Flags opened.</param>
public sealed record PeriodCounts(int Documents, int Claims, int Flags);

/// <summary>A headline claim of a release whose evidence could be judged.</summary>
/// <param name="Release">The release.</param>
/// <param name="View">The claim; its warrant is known.</param>
/// <param name="HasNearCaveat">Whether a caveat stands in its sentence, paragraph or section.</param>
public sealed record JudgedHeadline(ReleaseId Release, ClaimView View, bool HasNearCaveat);

/// <summary>Flags on texts that were read on a day.</summary>
/// <param name="Day">The day, UTC.</param>
/// <param name="Kind">Their family.</param>
/// <param name="Flags">How many.</param>
public sealed record FlagDay(DateOnly Day, FlagKind Kind, int Flags);

/// <summary>A flag that no longer stands as it was raised.</summary>
/// <param name="Id">The flag.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Claim">Its claim.</param>
/// <param name="Asserter">Its present owner.</param>
/// <param name="Quote">The claim's words.</param>
/// <param name="Url">Where they stand.</param>
public sealed record CorrectedFlag(FlagId Id, FlagStatus Status, ClaimId? Claim, string Asserter, string? Quote, string Url);

/// <summary>A reply to a flag.</summary>
/// <param name="Id">The reply.</param>
/// <param name="Text">What it says.</param>
/// <param name="Url">Where it stands.</param>
/// <param name="Claim">The flagged claim.</param>
public sealed record FlagReply(string Id, string Text, string? Url, ClaimId? Claim);

/// <summary>Reads what the digest of a period needs.</summary>
public sealed class PeriodQueries(Database database, LexiconSet lexicons)
{
    /// <summary>What was read and found from one instant until before another.</summary>
    public async Task<PeriodCounts> CountAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken ct) => (await database.FirstAsync(
        "queries/count-period",
        new { From = Instant.Write(from), Until = Instant.Write(until) },
        row => new PeriodCounts(row.Int("documents"), row.Int("claims"), row.Int("flags")),
        ct))!;

    /// <summary>Edges between claims of which the later one differs, the largest change first.</summary>
    public async Task<IReadOnlyList<PropagationEdge>> MovesAsync(int limit, CancellationToken ct)
    {
        // A tie that two releases share is one move.
        var found = await database.QueryAsync("queries/list-moves", new { Limit = 2 * limit }, RecordRows.Edge, ct);
        return [.. found.DistinctBy(edge => (edge.Upstream, edge.UpstreamClaim, edge.Downstream, edge.DownstreamClaim)).Take(limit)];
    }

    /// <summary>Headline claims that the authors assert themselves and whose evidence was judged, of releases of which something was read in a period.</summary>
    public Task<IReadOnlyList<JudgedHeadline>> JudgedHeadlinesAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken ct) => database.QueryAsync(
        "queries/list-judged-headlines",
        new { From = Instant.Write(from), Until = Instant.Write(until) },
        row => new JudgedHeadline(row.Id<ReleaseId>("release_id"), new(ViewRows.Claim(row, lexicons.Actors), ViewRows.Document(row), row.Code<Warrant>("warrant")), row.Bool("has_near_caveat")),
        ct);

    /// <summary>Flags by kind and day of reading, from one instant until before another.</summary>
    public Task<IReadOnlyList<FlagDay>> FlagDaysAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken ct) => database.QueryAsync(
        "queries/list-flag-weeks",
        new { From = Instant.Write(from), Until = Instant.Write(until) },
        row => new FlagDay(Instant.ParseDay(row.Text("day"))!.Value, row.Code<FlagKind>("kind"), row.Int("number")),
        ct);

    /// <summary>How many people confirmed each flag.</summary>
    public async Task<IReadOnlyDictionary<FlagId, int>> ReviewersAsync(CancellationToken ct) =>
        (await database.QueryAsync("queries/list-reviewers", null, row => (Flag: row.Id<FlagId>("flag_id"), Number: row.Int("number")), ct)).ToDictionary(row => row.Flag, row => row.Number);

    /// <summary>How many flags of severity 4 or 5 are held back until a second person has reviewed them.</summary>
    public async Task<int> AwaitingReviewAsync(CancellationToken ct) => await database.FirstAsync("queries/count-awaiting-review", null, row => row.Int("number"), ct);

    /// <summary>Flags that were taken back, dismissed, given to another owner, or fixed by a later version.</summary>
    public Task<IReadOnlyList<CorrectedFlag>> CorrectedAsync(CancellationToken ct) => database.QueryAsync(
        "queries/list-corrected-flags",
        null,
        row => new CorrectedFlag(row.Id<FlagId>("id"), row.Code<FlagStatus>("status"), row.IdOrNull<ClaimId>("claim_id"), row.Text("asserter"), row.TextOrNull("quote"), row.Text("url")),
        ct);

    /// <summary>Replies to flags, the oldest first.</summary>
    public Task<IReadOnlyList<FlagReply>> RepliesAsync(CancellationToken ct) => database.QueryAsync(
        "queries/list-replies", null, row => new FlagReply(row.Text("id"), row.Text("text"), row.TextOrNull("url"), row.IdOrNull<ClaimId>("claim_id")), ct);
}
