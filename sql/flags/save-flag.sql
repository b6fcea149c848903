INSERT INTO flags (id, release_id, code, subtype, kind, claim_id, pair_claim_id, version_id, asserter, gap, severity, confidence, rationale, search_complete, status,
  raised_by, works, edge_id, detector_version, computation, assessed_status, assessed_severity, assessed_asserter, created_at, source_run_id, schema_version)
VALUES (@Id, @ReleaseId, @Code, @Subtype, @Kind, @ClaimId, @PairClaimId, @VersionId, @Asserter, @Gap, @Severity, @Confidence, @Rationale, @SearchComplete, @Status,
  @RaisedBy, @Works, @EdgeId, @DetectorVersion, @Computation, @Status, @Severity, @Asserter, @CreatedAt, @SourceRunId, @SchemaVersion);
