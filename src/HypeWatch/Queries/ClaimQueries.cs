using HypeWatch.Lexicons;
using HypeWatch.Model;
using HypeWatch.Queries.Tables;
using HypeWatch.Storage;

namespace HypeWatch.Queries;

/// <summary>Reads claims for every door: terminal, web page, API.</summary>
public sealed class ClaimQueries(Database database, LexiconSet lexicons, TableReader reader, QueryParser parser, QueryTables tables)
{
    private const int CaveatsShown = 5, LeastWords = 3;

    private readonly AlikeCandidates candidates = new(database);

    /// <summary>From this likeness on words are worded alike.</summary>
    public const double LeastLikeness = 0.5;

    /// <summary>Claims of current versions that match a filter: in reading order, or best match first when words are given.</summary>
    public async Task<IReadOnlyList<ClaimView>> FindAsync(ClaimFilter filter, CancellationToken ct) =>
        await ListAsync(await IdsAsync(parser.Parse(tables.Claims, filter.Pairs(), int.MaxValue), ct), ct);

    /// <summary>The claims of these ids, in their order; those in no current version are left out.</summary>
    public Task<IReadOnlyList<ClaimView>> ListAsync(IReadOnlyList<string> ids, CancellationToken ct) => ListAsync(ids, anyVersion: false, ct);

    /// <summary>One claim of whatever version, so that what was cited once can still be looked up; null when there is none of that id.</summary>
    public async Task<ClaimView?> GetOfAnyVersionAsync(ClaimId id, CancellationToken ct) => (await ListAsync([id.Value], anyVersion: true, ct)) is [var claim] ? claim : null;

    private async Task<IReadOnlyList<ClaimView>> ListAsync(IReadOnlyList<string> ids, bool anyVersion, CancellationToken ct)
    {
        var found = (await database.QueryAsync(
            "queries/list-claims",
            new { Ids = ModelJson.Write(ids), AnyVersion = anyVersion ? 1 : 0 },
            row => new ClaimView(ViewRows.Claim(row, lexicons.Actors), ViewRows.Document(row), row.TextOrNull("warrant") is { } warrant ? Code<Warrant>.Parse(warrant) : null),
            ct)).ToDictionary(view => view.Claim.Id.Value, StringComparer.Ordinal);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    /// <summary>One claim; null when there is none of that id in a current version.</summary>
    public async Task<ClaimView?> GetAsync(ClaimId id, CancellationToken ct) => (await ListAsync([id.Value], ct)) is [var claim] ? claim : null;

    /// <summary>Claims that are worded like some words: at least this share of the telling words of both are the same. The most alike first.</summary>
    public async Task<IReadOnlyList<ClaimView>> AlikeAsync(string words, int most, CancellationToken ct, double least = LeastLikeness)
    {
        var own = ContentWords.Of(words);
        if (own.Count < LeastWords) return [];
        var found = await CandidatesAsync(words, ct);
        var alike = found.Zip(ContentWords.OfEach(found.Select(claim => claim.Quote)), (claim, stems) => (claim.Id, Likeness: ContentWords.Jaccard(own, stems))).Where(claim => claim.Likeness >= least)
            .OrderByDescending(claim => claim.Likeness).ThenBy(claim => claim.Id.Value, StringComparer.Ordinal).Take(most);
        return await ListAsync([.. alike.Select(claim => claim.Id.Value)], ct);
    }

    /// <summary>The claims that share the rarer telling words of a text, the best by words first: what is compared with it.</summary>
    public Task<IReadOnlyList<(ClaimId Id, string Quote)>> CandidatesAsync(string words, CancellationToken ct) => candidates.FindAsync(words, ct);

    /// <summary>What limits a claim, nearest first.</summary>
    public Task<IReadOnlyList<CaveatView>> CaveatsAsync(ClaimId id, CancellationToken ct) => database.QueryAsync(
        "queries/list-nearest-caveats",
        new { ClaimId = id.Value, Limit = CaveatsShown },
        row => new CaveatView(RecordRows.Caveat(row), row.Code<Proximity>("proximity")),
        ct);

    /// <summary>What the works that a claim cites say to it.</summary>
    public Task<IReadOnlyList<CitedView>> CitedAsync(ClaimId id, CancellationToken ct) => database.QueryAsync(
        "queries/list-cited-supports",
        new { ClaimId = id.Value },
        row => new CitedView(
            new(row.Id<ClaimId>("claim_id"), row.Id<WorkId>("work_id"), row.Code<CitationPurpose>("purpose"),
            new(row.Code<SupportVerdict>("verdict"), row.TextOrNull("quote"), row.SpanOrNull(), row.TextOrNull("text_kind") is { } kind ? Code<CitedTextKind>.Parse(kind) : null, row.IdOrNull<VersionId>("version_id")), row.Text("judged_by")),
            row.TextOrNull("title") ?? row.Text("work_id"), StateThen(row)),
        ct);

    private static PublicationState? StateThen(Row row) =>
        row.TextOrNull("first_public") is { } known && Instant.ParseDay(row.TextOrNull("published_not_after") ?? "") is { } day
            ? PriorWork.StateOn(day, row.Json<IReadOnlyList<WorkStatus>>("statuses"), row.Bool("peer_reviewed") ? row.Int("year") : null, row.TextOrNull("arxiv") is not null, Instant.ParseDay(known)!.Value) : null;

    /// <summary>What a claim points to.</summary>
    public Task<IReadOnlyList<EvidenceView>> EvidenceAsync(ClaimId id, CancellationToken ct) => database.QueryAsync(
        "queries/list-claim-evidence",
        new { ClaimId = id.Value },
        row => new EvidenceView(
            row.Code<EvidenceKind>("kind"), row.Text("pointer"), row.TextOrNull("target_url"), row.IdOrNull<WorkId>("target_work_id"), row.Code<Proximity>("distance")),
        ct);

    /// <summary>How a claim travelled.</summary>
    public async Task<IReadOnlyList<EdgeView>> LineageAsync(ClaimId id, CancellationToken ct) => Once(await database.QueryAsync("queries/list-claim-edges", new { ClaimId = id.Value }, Edge, ct));

    /// <summary>Quotations in or of a document that stand in no archived version of their source.</summary>
    public Task<IReadOnlyList<SilentEditView>> SilentEditsAsync(DocumentId document, CancellationToken ct) => database.QueryAsync(
        "queries/list-silent-edits",
        new { Document = document.Value },
        row => new SilentEditView(row.Text("quote"), row.Id<DocumentId>("source_id"), row.Text("source_title"), row.Text("source_url"), ViewRows.Document(row), row.Int("compared")),
        ct);

    /// <summary>What a claim says came of a release, and what others say led to its document, or to the claim where they quote it.</summary>
    public Task<IReadOnlyList<InfluenceView>> InfluencesAsync(DocumentId document, ClaimId claim, CancellationToken ct) => database.QueryAsync(
        "queries/list-asserted-influences", new { Release = (string?)null, Document = document.Value, Claim = claim.Value }, ViewRows.Influence, ct);

    /// <summary>Texts that are tied to an upstream text younger than they are: nothing in them can come from it (specification 5, E10).</summary>
    public async Task<IReadOnlyList<EdgeView>> RejectedEdgesAsync(CancellationToken ct) => Once(await database.QueryAsync("queries/list-rejected-edges", null, Edge, ct));

    /// <summary>How many rows of each sort there are.</summary>
    public async Task<RowCounts> CountAsync(CancellationToken ct) => (await database.FirstAsync(
        "queries/count-rows",
        null,
        row => new RowCounts(row.Columns.ToDictionary(column => column.Key, column => row.Long(column.Key), StringComparer.Ordinal)),
        ct))!;

    private async Task<IReadOnlyList<string>> IdsAsync(TableQuery query, CancellationToken ct) => [.. (await reader.RowsAsync(query, ct)).Rows.Select(row => (string)row[query.Table.Id.Name]!)];

    // Two texts may stand in several releases; their tie is shown once.
    private static IReadOnlyList<EdgeView> Once(IEnumerable<EdgeView> edges) => [.. edges.DistinctBy(edge => (edge.UpstreamUrl, edge.UpstreamQuote, edge.DownstreamUrl, edge.DownstreamQuote))];

    private EdgeView Edge(Row row) => new(
        row.Code<EdgeKind>("kind"), row.Code<EdgeSupport>("support"), row.TextOrNull("support_quote"), row.Text("upstream_title"), row.Text("upstream_url"),
        row.Text("downstream_title"), row.Text("downstream_url"), row.BoolOrNull("date_ok"), row.IntOrNull("delta_strength"), row.IntOrNull("delta_certainty"),
        row.IntOrNull("delta_scope"), row.Code<ExcessOwner>("excess_owner"))
    {
        UpstreamPublished = ViewRows.Bounds(row, "upstream", ""), DownstreamPublished = ViewRows.Bounds(row, "downstream", ""),
        UpstreamSpeaker = Speaker(row, "upstream"), DownstreamSpeaker = Speaker(row, "downstream"), UpstreamQuote = row.TextOrNull("upstream_quote"), DownstreamQuote = row.TextOrNull("downstream_quote"),
        Drift = row.Code<Drift>("drift"), Changes = row.Json<IReadOnlyList<EdgeChange>>("changes"),
    };

    private string? Speaker(Row row, string end) => row.TextOrNull($"{end}_speaker") is { } name
        ? lexicons.Actors.Shown(name, row.Code<DocumentKind>($"{end}_kind"), row.Code<Place>($"{end}_place"), row.TextOrNull($"{end}_publisher")) : null;
}
