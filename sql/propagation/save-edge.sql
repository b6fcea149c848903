INSERT INTO propagation_edges (id, release_id, upstream_document_id, upstream_claim_id, downstream_document_id, downstream_claim_id, kind, support, support_quote, date_ok,
  delta_strength, delta_certainty, delta_scope, caveats_lost, confidence, excess_owner, drift, changes, upstream_sentence, created_at, source_run_id, schema_version)
VALUES (@Id, @ReleaseId, @UpstreamDocumentId, @UpstreamClaimId, @DownstreamDocumentId, @DownstreamClaimId, @Kind, @Support, @SupportQuote, @DateOk,
  @DeltaStrength, @DeltaCertainty, @DeltaScope, @CaveatsLost, @Confidence, @ExcessOwner, @Drift, @Changes, @UpstreamSentence, @CreatedAt, @SourceRunId, @SchemaVersion)
ON CONFLICT (id) DO UPDATE SET release_id = excluded.release_id;
