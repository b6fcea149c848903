INSERT INTO evidence (id, version_id, claim_id, kind, pointer, start_offset, end_offset, target_start_offset, target_end_offset, target_work_id, target_reference,
  target_url, distance, provenance, created_at, source_run_id, schema_version)
VALUES (@Id, @VersionId, @ClaimId, @Kind, @Pointer, @Start, @End, @TargetStart, @TargetEnd, @TargetWorkId, @TargetReference,
  @TargetUrl, @Distance, @Provenance, @CreatedAt, @SourceRunId, @SchemaVersion)
ON CONFLICT (id) DO NOTHING;
