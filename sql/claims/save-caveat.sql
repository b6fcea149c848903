INSERT INTO caveats (id, version_id, start_offset, end_offset, quote, kind, is_specific, place, provenance, created_at, source_run_id, schema_version)
VALUES (@Id, @VersionId, @Start, @End, @Quote, @Kind, @IsSpecific, @Place, @Provenance, @CreatedAt, @SourceRunId, @SchemaVersion);
