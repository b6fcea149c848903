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
public sealed record JudgedHeadline(ReleaseId Release, ClaimView View);

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
    public Task<IReadOnlyList<PropagationEdge>> MovesAsync(int limit, CancellationToken ct) =>
        database.QueryAsync("queries/list-moves", new { Limit = limit }, RecordRows.Edge, ct);

    /// <summary>Headline claims that the authors assert themselves and whose evidence was judged, of releases of which something was read in a period.</summary>
    public Task<IReadOnlyList<JudgedHeadline>> JudgedHeadlinesAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken ct) => database.QueryAsync(
        "queries/list-judged-headlines",
        new { From = Instant.Write(from), Until = Instant.Write(until) },
        row => new JudgedHeadline(row.Id<ReleaseId>("release_id"), new(ViewRows.Claim(row, lexicons.Actors), ViewRows.Document(row), row.Code<Warrant>("warrant"))),
        ct);
}
