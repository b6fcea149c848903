using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Literature;

/// <summary>That a work bears on a release.</summary>
/// <param name="Release">The release.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsCited">Whether it cites the work.</param>
/// <param name="CitedBy">In which words.</param>
/// <param name="EquivalentCited">A cited work with the same point.</param>
public sealed record WorkMention(ReleaseId Release, string Title, bool IsCited, string? CitedBy, WorkId? EquivalentCited);

/// <summary>Keeps the prior-work base and what of it bears on a release.</summary>
public sealed class PriorWorkStore(Database database)
{
    private const string Seed = "literature";

    /// <summary>Works in one statement.</summary>
    private const int BatchSize = 1000;

    /// <summary>Brings the base up to date with the built-in list, once per list: does nothing when the same list was taken in before.</summary>
    /// <param name="works">The built-in list.</param>
    /// <param name="sha256">Hash of the file that holds it.</param>
    /// <param name="ct">Stops the import.</param>
    /// <returns>Whether something was written.</returns>
    public async Task<bool> ImportAsync(IReadOnlyList<PriorWork> works, string sha256, CancellationToken ct)
    {
        var known = await database.FirstAsync("literature/find-seed", new { Name = Seed }, row => row.Text("sha256"), ct);
        if (known == sha256) return false;
        await database.WriteAsync(
            async scope =>
            {
                await SaveAsync(works, scope);
                await scope.ExecuteAsync("literature/save-seed", new { Name = Seed, Sha256 = sha256 });
            },
            ct);
        return true;
    }

    /// <summary>All works.</summary>
    public Task<IReadOnlyList<PriorWork>> ListAsync(CancellationToken ct) => database.QueryAsync("literature/list-works", null, Map, ct);

    /// <summary>Adds works, or brings what is known of them up to date.</summary>
    public Task SaveAsync(IReadOnlyList<PriorWork> works, CancellationToken ct) => database.WriteAsync(scope => SaveAsync(works, scope), ct);

    /// <summary>Says that title and identifier of a work were seen together, or takes it back.</summary>
    /// <param name="id">The work.</param>
    /// <param name="by">Who says so; null takes it back.</param>
    /// <param name="at">When.</param>
    /// <param name="ct">Stops it.</param>
    public Task VerifyAsync(WorkId id, string? by, DateTimeOffset at, CancellationToken ct) => database.WriteAsync(
        scope => scope.ExecuteAsync("literature/verify-work", new { Id = id.Value, Verified = by is null ? 0 : 1, By = by, At = Instant.Write(at) }), ct);

    /// <summary>The releases that a work bears on: those that cite it first.</summary>
    public Task<IReadOnlyList<WorkMention>> MentionsAsync(WorkId id, CancellationToken ct) => database.QueryAsync(
        "literature/list-citing-releases",
        new { Id = id.Value },
        row => new WorkMention(row.Id<ReleaseId>("release_id"), row.Text("title"), row.Bool("is_cited"), row.TextOrNull("cited_by"), row.IdOrNull<WorkId>("equivalent_cited")),
        ct);

    /// <summary>What bears on a release, as it was last assessed.</summary>
    public Task<IReadOnlyList<PriorWorkMatch>> MatchesAsync(ReleaseId release, CancellationToken ct) => database.QueryAsync(
        "literature/list-matches",
        new { ReleaseId = release.Value },
        row => new PriorWorkMatch(Map(row), row.Bool("is_cited"), row.TextOrNull("cited_by"), row.IdOrNull<WorkId>("equivalent_cited"), row.Json<IReadOnlyList<string>>("shared_tags"))
        {
            Hazards = row.Json<IReadOnlyList<string>>("hazards"),
        },
        ct);

    /// <summary>Replaces what bears on a release.</summary>
    public static async Task SaveMatchesAsync(ReleaseId release, IEnumerable<PriorWorkMatch> matches, WriteScope scope)
    {
        await scope.ExecuteAsync("literature/delete-matches", new { ReleaseId = release.Value });
        await scope.ExecuteManyAsync("literature/save-match", matches, match => new
        {
            ReleaseId = release.Value, WorkId = match.Work.Id.Value, IsCited = match.IsCited ? 1 : 0, match.CitedBy, EquivalentCited = match.EquivalentCited?.Value,
            SharedTags = ModelJson.Write(match.SharedTags), Hazards = ModelJson.Write(match.Hazards),
        });
    }

    // A statement takes each work once: of works that come twice the later one has a later statement.
    private static async Task SaveAsync(IReadOnlyList<PriorWork> works, WriteScope scope)
    {
        var rounds = works.GroupBy(work => work.Id).SelectMany(same => same.Select((work, round) => (Work: work, Round: round))).GroupBy(item => item.Round, item => item.Work);
        foreach (var batch in rounds.OrderBy(round => round.Key).SelectMany(round => round.Chunk(BatchSize)))
            await scope.ExecuteAsync("literature/save-works", new { Works = ModelJson.Write(batch.Select(Columns)) });
    }

    private static object Columns(PriorWork work) => new
    {
        Id = work.Id.Value, work.Title, Authors = ModelJson.Write(work.Authors), work.Year, FirstPublic = Instant.Write(work.FirstPublic), work.Venue, work.Arxiv,
        work.Doi, work.Url, Tags = ModelJson.Write(work.Tags), work.Summary, BearsOn = ModelJson.Write(work.BearsOn), ContestedBy = ModelJson.Write(work.ContestedBy),
        PeerReviewed = work.PeerReviewed ? 1 : 0, Verified = work.Verified ? 1 : 0, work.Abstract, work.OpenReview, work.Origin, Statuses = ModelJson.Write(work.Statuses),
    };

    internal static PriorWork Map(Row row) => new(
        row.Id<WorkId>("id"), row.Text("title"), row.Json<IReadOnlyList<string>>("authors"), row.Int("year"), Instant.ParseDay(row.Text("first_public"))!.Value,
        row.TextOrNull("venue"), row.TextOrNull("arxiv"), row.TextOrNull("doi"), row.TextOrNull("url"), row.Json<IReadOnlyList<string>>("tags"), row.Text("summary"),
        row.Json<IReadOnlyList<string>>("bears_on"), row.Json<IReadOnlyList<WorkId>>("contested_by"), row.Bool("peer_reviewed"), row.Bool("verified"))
    {
        Abstract = row.TextOrNull("abstract"), OpenReview = row.TextOrNull("openreview"), Origin = row.Text("origin"), VerifiedBy = row.TextOrNull("verified_by"),
        Statuses = row.Json<IReadOnlyList<WorkStatus>>("statuses"),
    };
}
