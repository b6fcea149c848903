using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>Reads claims for every door: terminal, web page, API.</summary>
public sealed class ClaimQueries(Database database, LexiconSet lexicons)
{
    private const int CaveatsShown = 5;

    /// <summary>Claims of current versions that match a filter: in reading order, or best match first when words are given.</summary>
    public Task<IReadOnlyList<ClaimView>> FindAsync(ClaimFilter filter, CancellationToken ct) => database.QueryAsync(
        filter.Words is null ? "queries/find-claims" : "queries/search-claims",
        new
        {
            Words = filter.Words is null ? null : SearchWords.Quote(filter.Words, database.Kind), filter.Id, Type = filter.Type?.ToCode(), filter.Asserter, filter.Document,
            filter.Flag, MinStrength = filter.MinStrength.ToCode(), HeadlineOnly = filter.HeadlineOnly ? 1 : 0, filter.Limit, filter.Offset,
        },
        row => new ClaimView(ViewRows.Claim(row, lexicons.Actors), ViewRows.Document(row), row.TextOrNull("warrant") is { } warrant ? Code<Warrant>.Parse(warrant) : null),
        ct);

    /// <summary>One claim; null when there is none of that id in a current version.</summary>
    public async Task<ClaimView?> GetAsync(ClaimId id, CancellationToken ct) => (await FindAsync(new ClaimFilter(Id: id.Value, Limit: 1), ct)) is [var claim] ? claim : null;

    /// <summary>What limits a claim, nearest first.</summary>
    public Task<IReadOnlyList<CaveatView>> CaveatsAsync(ClaimId id, CancellationToken ct) => database.QueryAsync(
        "queries/list-nearest-caveats",
        new { ClaimId = id.Value, Limit = CaveatsShown },
        row => new CaveatView(RecordRows.Caveat(row), row.Code<Proximity>("proximity")),
        ct);

    /// <summary>What the works that a claim cites say to it.</summary>
    public Task<IReadOnlyList<CitedSupport>> CitedAsync(ClaimId id, CancellationToken ct) => database.QueryAsync(
        "queries/list-cited-supports",
        new { ClaimId = id.Value },
        row => new CitedSupport(
            row.Id<ClaimId>("claim_id"), row.Id<WorkId>("work_id"), row.Code<CitationPurpose>("purpose"),
            new(row.Code<SupportVerdict>("verdict"), row.TextOrNull("quote"), row.SpanOrNull(), row.TextOrNull("text_kind") is { } kind ? Code<CitedTextKind>.Parse(kind) : null)),
        ct);

    /// <summary>What a claim points to.</summary>
    public Task<IReadOnlyList<EvidenceView>> EvidenceAsync(ClaimId id, CancellationToken ct) => database.QueryAsync(
        "queries/list-claim-evidence",
        new { ClaimId = id.Value },
        row => new EvidenceView(
            row.Code<EvidenceKind>("kind"), row.Text("pointer"), row.TextOrNull("target_url"), row.IdOrNull<WorkId>("target_work_id"), row.Code<Proximity>("distance")),
        ct);

    /// <summary>How a claim travelled.</summary>
    public Task<IReadOnlyList<EdgeView>> LineageAsync(ClaimId id, CancellationToken ct) => database.QueryAsync(
        "queries/list-claim-edges", new { ClaimId = id.Value }, Edge, ct);

    /// <summary>Texts that are tied to an upstream text younger than they are: nothing in them can come from it (specification 5, E10).</summary>
    public Task<IReadOnlyList<EdgeView>> RejectedEdgesAsync(CancellationToken ct) => database.QueryAsync("queries/list-rejected-edges", null, Edge, ct);

    /// <summary>How many rows of each sort there are.</summary>
    public async Task<RowCounts> CountAsync(CancellationToken ct) => (await database.FirstAsync(
        "queries/count-rows",
        null,
        row => new RowCounts(row.Columns.ToDictionary(column => column.Key, column => row.Long(column.Key), StringComparer.Ordinal)),
        ct))!;

    private static EdgeView Edge(Row row) => new(
        row.Code<EdgeKind>("kind"), row.Code<EdgeSupport>("support"), row.TextOrNull("support_quote"), row.Text("upstream_title"), row.Text("upstream_url"),
        row.Text("downstream_title"), row.Text("downstream_url"), row.BoolOrNull("date_ok"), row.IntOrNull("delta_strength"), row.IntOrNull("delta_certainty"),
        row.IntOrNull("delta_scope"), row.Code<ExcessOwner>("excess_owner"));
}
