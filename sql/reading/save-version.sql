INSERT INTO versions (id, document_id, snapshot_id, document, text, text_sha256, extraction_method, findings, tables, discussion, titles, dates, created_at, source_run_id, schema_version)
VALUES (@Id, @DocumentId, @SnapshotId, @Document, @Text, @TextSha256, @ExtractionMethod, @Findings, @Tables, @Discussion, @Titles, @Dates, @CreatedAt, @SourceRunId, @SchemaVersion)
ON CONFLICT (id) DO UPDATE SET document = excluded.document, extraction_method = excluded.extraction_method, findings = excluded.findings, tables = excluded.tables, discussion = excluded.discussion,
  titles = excluded.titles, dates = excluded.dates;
