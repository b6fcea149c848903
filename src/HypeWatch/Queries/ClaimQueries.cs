using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Queries.Tables;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>Reads claims for every door: terminal, web page, API.</summary>
public sealed class ClaimQueries(Database database, LexiconSet lexicons, TableReader reader, QueryParser parser, QueryTables tables)
{
    private const int CaveatsShown = 5;

    /// <summary>Claims of current versions that match a filter: in reading order, or best match first when words are given.</summary>
    public async Task<IReadOnlyList<ClaimView>> FindAsync(ClaimFilter filter, CancellationToken ct) =>
        await ListAsync(await IdsAsync(parser.Parse(tables.Claims, filter.Pairs(), int.MaxValue), ct), ct);

    /// <summary>The claims of these ids, in their order; those in no current version are left out.</summary>
    public async Task<IReadOnlyList<ClaimView>> ListAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        var found = (await database.QueryAsync(
            "queries/list-claims",
            new { Ids = ModelJson.Write(ids) },
            row => new ClaimView(ViewRows.Claim(row, lexicons.Actors), ViewRows.Document(row), row.TextOrNull("warrant") is { } warrant ? Code<Warrant>.Parse(warrant) : null),
            ct)).ToDictionary(view => view.Claim.Id.Value, StringComparer.Ordinal);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>One claim; null when there is none of that id in a current version.</summary>
    public async Task<ClaimView?> GetAsync(ClaimId id, CancellationToken ct) => (await ListAsync([id.Value], ct)) is [var claim] ? claim : null;

    /// <summary>What limits a claim, nearest first.</summary>
    public Task<IReadOnlyList<CaveatView>> CaveatsAsync(ClaimId id, CancellationToken ct) => database.QueryAsync(
        "queries/list-nearest-caveats",
        new { ClaimId = id.Value, Limit = CaveatsShown },
        row => new CaveatView(RecordRows.Caveat(row), row.Code<Proximity>("proximity")),
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

    private async Task<IReadOnlyList<string>> IdsAsync(TableQuery query, CancellationToken ct) => [.. (await reader.RowsAsync(query, ct)).Rows.Select(row => (string)row[query.Table.Id.Name]!)];

    private static EdgeView Edge(Row row) => new(
        row.Code<EdgeKind>("kind"), row.Code<EdgeSupport>("support"), row.TextOrNull("support_quote"), row.Text("upstream_title"), row.Text("upstream_url"),
        row.Text("downstream_title"), row.Text("downstream_url"), row.BoolOrNull("date_ok"), row.IntOrNull("delta_strength"), row.IntOrNull("delta_certainty"),
        row.IntOrNull("delta_scope"), row.Code<ExcessOwner>("excess_owner"));
}
