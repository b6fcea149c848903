using HypeWatch.Model;

namespace HypeWatch.Storage;

/// <summary>Reads records that several rooms load from the rows that hold all their columns.</summary>
internal static class RecordRows
{
    /// <summary>A claim, from the columns of the table <c>claims</c>.</summary>
    public static Claim Claim(Row row) => Model.Claim.Restore(
        row.Id<ClaimId>("id"), row.Id<VersionId>("version_id"), row.Id<DocumentId>("document_id"), row.Span(), row.Text("quote"),
        new ClaimReading(
            row.Json<IReadOnlyList<ClaimType>>("types"), row.Code<Strength>("strength"), row.Code<Certainty>("certainty"), Scope(row), row.Text("asserter"),
            row.Code<Place>("place"), row.Double("extraction_confidence"), row.Text("normalised"), row.Code<Polarity>("polarity"), row.Code<AssertMode>("assert_mode"),
            row.TextOrNull("attributed_to"), row.TextOrNull("comparative_to")),
        row.Json<Provenance>("provenance"));

    /// <summary>A caveat, from the columns of the table <c>caveats</c>.</summary>
    public static Caveat Caveat(Row row) => Model.Caveat.Restore(
        row.Id<CaveatId>("id"), row.Id<VersionId>("version_id"), row.Span(), row.Text("quote"), row.Code<CaveatKind>("kind"), row.Bool("is_specific"),
        row.Code<Place>("place"), row.Json<Provenance>("provenance"));

    /// <summary>A flag without its lists, from the columns of the table <c>flags</c>.</summary>
    public static Flag Flag(Row row) => new(
        row.Id<FlagId>("id"), row.Id<ReleaseId>("release_id"), row.Text("code"), row.TextOrNull("subtype"), row.Code<FlagKind>("kind"), row.IdOrNull<ClaimId>("claim_id"),
        row.IdOrNull<ClaimId>("pair_claim_id"), row.Id<VersionId>("version_id"), row.Text("asserter"), row.IntOrNull("gap"), row.Int("severity"),
        row.Double("confidence"), row.Text("rationale"), [], [], [], row.Bool("search_complete"), row.Code<FlagStatus>("status"), row.Code<RaisedBy>("raised_by"),
        row.Json<IReadOnlyList<WorkId>>("works"), row.IdOrNull<EdgeId>("edge_id"), row.Text("detector_version"))
    {
        Computation = row.TextOrNull("computation") is { } terms ? ModelJson.Read<FlagComputation>(terms) : null,
    };

    /// <summary>A publication date, from the four columns that begin with <c>published_</c>.</summary>
    public static PublicationDate Published(Row row) => new(
        Instant.ParseDay(row.TextOrNull("published_not_before")), Instant.ParseDay(row.TextOrNull("published_not_after")),
        row.Code<DatePrecision>("published_precision"), row.Text("published_basis"));

    /// <summary>An edge, from the columns of the table <c>propagation_edges</c>.</summary>
    public static PropagationEdge Edge(Row row) => new(
        row.Id<EdgeId>("id"), row.Id<DocumentId>("upstream_document_id"), row.IdOrNull<ClaimId>("upstream_claim_id"), row.Id<DocumentId>("downstream_document_id"),
        row.IdOrNull<ClaimId>("downstream_claim_id"), row.Code<EdgeKind>("kind"), row.Code<EdgeSupport>("support"), row.TextOrNull("support_quote"),
        row.BoolOrNull("date_ok"), row.IntOrNull("delta_strength"), row.IntOrNull("delta_certainty"), row.IntOrNull("delta_scope"),
        row.Json<IReadOnlyList<CaveatId>>("caveats_lost"), row.Double("confidence"), row.Code<ExcessOwner>("excess_owner"))
    {
        Drift = row.Code<Drift>("drift"), Changes = row.Json<IReadOnlyList<EdgeChange>>("changes"), UpstreamSentence = row.TextOrNull("upstream_sentence"),
    };

    private static Scope Scope(Row row) => new(
        row.IntOrNull("scope_model"), row.IntOrNull("scope_data"), row.IntOrNull("scope_concept"), row.IntOrNull("scope_deployment"), row.Bool("is_generic"));
}
