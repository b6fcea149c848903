INSERT INTO silent_edits (id, release_id, source_document_id, version_id, start_offset, end_offset, quote, compared, created_at, source_run_id, schema_version)
VALUES (@Id, @ReleaseId, @SourceDocumentId, @VersionId, @Start, @End, @Quote, @Compared, @CreatedAt, @SourceRunId, @SchemaVersion)
ON CONFLICT (id) DO UPDATE SET release_id = excluded.release_id;
