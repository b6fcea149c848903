using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>A release in a list.</summary>
/// <param name="Id">The release.</param>
/// <param name="Title">Title.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Published">When.</param>
/// <param name="Coverage">How much of it was read.</param>
/// <param name="Documents">Number of its documents.</param>
/// <param name="Claims">Claims in its current versions.</param>
/// <param name="Flags">Flags that are open, confirmed or reduced.</param>
public sealed record ReleaseView(ReleaseId Id, string Title, string Publisher, PublicationDate Published, Coverage Coverage, int Documents, int Claims, int Flags);

/// <summary>A document of a release.</summary>
/// <param name="Document">The document.</param>
/// <param name="Relation">How it stands to the release.</param>
/// <param name="Claims">Claims in its current version.</param>
public sealed record ReleaseMember(DocumentView Document, DocumentRelation Relation, int Claims);

/// <summary>Reads releases for every door.</summary>
public sealed class ReleaseQueries(Database database, LexiconSet lexicons)
{
    /// <summary>Releases, the latest first.</summary>
    public Task<IReadOnlyList<ReleaseView>> FindAsync(string? id, int limit, int offset, CancellationToken ct) => database.QueryAsync(
        "queries/find-releases",
        new { Id = id, Limit = limit, Offset = offset },
        row => new ReleaseView(
            row.Id<ReleaseId>("id"), row.Text("title"), row.Text("publisher"), RecordRows.Published(row), row.Code<Coverage>("coverage"), row.Int("documents"), row.Int("claims"), row.Int("flags")),
        ct);

    /// <summary>One release; null when there is none of that id.</summary>
    public async Task<ReleaseView?> GetAsync(ReleaseId id, CancellationToken ct) => (await FindAsync(id.Value, 1, 0, ct)) is [var release] ? release : null;

    /// <summary>The documents of a release, the earliest first.</summary>
    public Task<IReadOnlyList<ReleaseMember>> MembersAsync(ReleaseId id, CancellationToken ct) => database.QueryAsync(
        "queries/list-release-members",
        new { Release = id.Value },
        row => new ReleaseMember(ViewRows.Document(row), row.Code<DocumentRelation>("relation"), row.Int("claims")),
        ct);

    /// <summary>What texts about a release say came of it.</summary>
    public Task<IReadOnlyList<InfluenceView>> InfluencesAsync(ReleaseId id, CancellationToken ct) => database.QueryAsync(
        "queries/list-asserted-influences", new { Release = id.Value, Document = (string?)null, Claim = (string?)null }, ViewRows.Influence, ct);

    /// <summary>Who posted what about a release around its first day; null when there is none of that id.</summary>
    /// <param name="id">The release.</param>
    /// <param name="hours">Before and after its own first text.</param>
    /// <param name="ct">Stops waiting.</param>
    public async Task<Campaign?> CampaignAsync(ReleaseId id, int hours, CancellationToken ct) =>
        await GetAsync(id, ct) is { } release ? Campaign.Of(release, await database.QueryAsync("queries/list-release-posts", new { Release = id.Value }, Post, ct), hours) : null;

    private CampaignPost Post(Row row)
    {
        var (view, document) = (ViewRows.Document(row), row.Json<Document>("document"));
        var speaker = lexicons.Actors.Shown(document.Asserter, document.Kind, Place.Body, document.Publisher);
        var seen = row.TextOrNull("seen_at") is { } text && Instant.Parse(text) is var at && IsNews(at, document.Published) ? at : (DateTimeOffset?)null;
        return new(
            view with { Title = speaker == document.Asserter ? view.Title : LeftOutNames.In(view.Title, document.Authors) }, row.Code<DocumentRelation>("relation"), speaker,
            document.Published.At ?? seen, document.Published.At is not null ? PostTimeBasis.Stated : seen is not null ? PostTimeBasis.Seen : PostTimeBasis.Day, null, row.Int("claims"));
    }

    // What a source showed long after it came out says when the source was first read.
    private static bool IsNews(DateTimeOffset seen, PublicationDate published) =>
        published.NotAfter is { } last && DateOnly.FromDateTime(seen.UtcDateTime) is var day && day >= published.NotBefore && day <= last.AddDays(1);
}
