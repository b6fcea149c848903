INSERT INTO counterarguments (id, flag_id, claim_id, version_id, start_offset, end_offset, quote, kind, arguer_role, created_at, source_run_id, schema_version)
VALUES (@Id, @FlagId, @ClaimId, @VersionId, @Start, @End, @Quote, @Kind, @ArguerRole, @CreatedAt, @SourceRunId, @SchemaVersion);
