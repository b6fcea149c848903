using HypeWatch.Model;
using HypeWatch.Queries.Tables;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>Reads flags for every door, each with its claim, its caveats and what speaks for the asserter.</summary>
public sealed class FlagQueries(Database database, ClaimQueries claims, TableReader reader, QueryParser parser, QueryTables tables)
{
    /// <summary>Flags that match a filter: those that stand first, among them the gravest and surest.</summary>
    public async Task<IReadOnlyList<FlagView>> FindAsync(FlagFilter filter, CancellationToken ct)
    {
        var query = parser.Parse(tables.Flags, filter.Pairs(), int.MaxValue);
        return await ListAsync([.. (await reader.RowsAsync(query, ct)).Rows.Select(row => (string)row[query.Table.Id.Name]!)], ct);
    }

    /// <summary>The flags of these ids, in their order.</summary>
    public async Task<IReadOnlyList<FlagView>> ListAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        var found = (await database.QueryAsync(
            "queries/list-flags",
            new { Ids = ModelJson.Write(ids) },
            row => new FlagView(RecordRows.Flag(row), row.Text("release_title"), ViewRows.Document(row), null, null, []),
            ct)).ToDictionary(view => view.Flag.Id.Value, StringComparer.Ordinal);
        var complete = new List<FlagView>(ids.Count);
        foreach (var id in ids.Where(found.ContainsKey)) complete.Add(await CompleteAsync(found[id], ct));
        return complete;
    }

    /// <summary>One flag; null when there is none of that id.</summary>
    public async Task<FlagView?> GetAsync(FlagId id, CancellationToken ct) => (await ListAsync([id.Value], ct)) is [var flag] ? flag : null;

    /// <summary>The states of a flag, oldest first; empty when there never was one of that id.</summary>
    public Task<IReadOnlyList<FlagState>> HistoryAsync(FlagId id, CancellationToken ct) => database.QueryAsync(
        "queries/list-flag-history",
        new { Id = id.Value },
        row => new FlagState(
            row.Instant("recorded_at"), row.Text("status"), row.Text("code"), row.Int("severity"), row.Double("confidence"), row.Text("asserter"), row.Text("rationale"), row.TextOrNull("speaks_for_authors"),
            row.Text("detector_version"), row.IdOrNull<ClaimId>("claim_id")),
        ct);

    /// <summary>All that is known about a claim, also one of an earlier version; null when there is none of that id.</summary>
    public async Task<ClaimDetail?> DetailAsync(ClaimId id, CancellationToken ct) => await claims.GetOfAnyVersionAsync(id, ct) is { } claim
        ? new ClaimDetail(
            claim, await claims.EvidenceAsync(id, ct), await claims.CaveatsAsync(id, ct),
            await FindAsync(new FlagFilter(Claim: id.Value, IncludeSuppressed: true), ct), await claims.LineageAsync(id, ct)) { Cited = await claims.CitedAsync(id, ct), SilentEdits = await claims.SilentEditsAsync(claim.Document.Id, ct), Influences = await claims.InfluencesAsync(claim.Document.Id, id, ct) }
        : null;

    private async Task<FlagView> CompleteAsync(FlagView view, CancellationToken ct)
    {
        var id = new { FlagId = view.Flag.Id.Value };
        var flag = view.Flag with
        {
            Quotes = await database.QueryAsync(
                "queries/list-flag-quotes", id, row => new FlagQuote(row.Id<VersionId>("version_id"), row.Span(), row.Text("quote"), row.Text("role")), ct),
            Exculpations = await database.QueryAsync(
                "queries/list-exculpations",
                id,
                row => new Exculpation(
                    row.Code<ExculpationKind>("kind"), row.Code<ExculpationVerdict>("verdict"), row.IdOrNull<VersionId>("version_id"), row.SpanOrNull(), row.Text("text")),
                ct),
            Searches = await database.QueryAsync(
                "queries/list-exculpation-searches", id, row => new ExculpationSearch(row.Code<ExculpationKind>("kind"), row.Text("place")), ct),
            Counterarguments = await database.QueryAsync(
                "queries/list-counterarguments",
                id,
                row => new Counterargument(
                    row.IdOrNull<FlagId>("flag_id"), row.IdOrNull<ClaimId>("claim_id"), row.Id<VersionId>("version_id"), row.Span(), row.Text("quote"), row.Code<CounterargumentKind>("kind"), row.Text("arguer_role")),
                ct),
        };
        return view with
        {
            Flag = flag,
            Claim = flag.Claim is { } claim ? await claims.GetAsync(claim, ct) : null,
            Pair = flag.PairClaim is { } pair ? await claims.GetAsync(pair, ct) : null,
            Caveats = flag.Claim is { } limited ? await claims.CaveatsAsync(limited, ct) : [],
        };
    }
}
