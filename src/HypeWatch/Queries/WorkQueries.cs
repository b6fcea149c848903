using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>A release on a work's topics, and whether it cites the work.</summary>
/// <param name="Release">The release.</param>
/// <param name="Title">Its title.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="IsCited">Whether the work was found in its references.</param>
/// <param name="CitedBy">The reference; null when it was not found.</param>
/// <param name="Equivalent">A cited work that makes the same point; null when none was found.</param>
/// <param name="EquivalentTitle">Its title.</param>
/// <param name="SharedTags">Topics that both share.</param>
public sealed record WorkRelease(ReleaseId Release, string Title, string Publisher, bool IsCited, string? CitedBy, WorkId? Equivalent, string? EquivalentTitle, IReadOnlyList<string> SharedTags);

/// <summary>Reads prior literature for readers.</summary>
public sealed class WorkQueries(Database database)
{
    /// <summary>A work; null when there is none of that id.</summary>
    public Task<PriorWork?> GetAsync(WorkId id, CancellationToken ct) => database.FirstAsync(
        "queries/find-work",
        new { Id = id.Value },
        row => new PriorWork(
            row.Id<WorkId>("id"), row.Text("title"), row.Json<IReadOnlyList<string>>("authors"), row.Int("year"), Instant.ParseDay(row.Text("first_public"))!.Value, row.TextOrNull("venue"), row.TextOrNull("arxiv"),
            row.TextOrNull("doi"), row.TextOrNull("url"), row.Json<IReadOnlyList<string>>("tags"), row.Text("summary"), row.Json<IReadOnlyList<string>>("bears_on"), row.Json<IReadOnlyList<WorkId>>("contested_by"),
            row.Bool("peer_reviewed"), row.Bool("verified")),
        ct);

    /// <summary>The releases on its topics: those that do not cite it first, the latest before the others.</summary>
    public Task<IReadOnlyList<WorkRelease>> ReleasesAsync(WorkId id, CancellationToken ct) => database.QueryAsync(
        "queries/list-work-releases",
        new { Id = id.Value },
        row => new WorkRelease(
            row.Id<ReleaseId>("release_id"), row.Text("title"), row.Text("publisher"), row.Bool("is_cited"), row.TextOrNull("cited_by"), row.IdOrNull<WorkId>("equivalent_cited"), row.TextOrNull("equivalent_title"),
            row.Json<IReadOnlyList<string>>("shared_tags")),
        ct);
}
