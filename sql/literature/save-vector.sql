INSERT INTO work_vectors (work_id, model, text_sha256, vector, created_at, source_run_id, schema_version)
VALUES (@WorkId, @Model, @TextSha256, @Vector, @CreatedAt, @SourceRunId, @SchemaVersion)
ON CONFLICT (work_id, model) DO UPDATE SET text_sha256 = excluded.text_sha256, vector = excluded.vector, created_at = excluded.created_at, source_run_id = excluded.source_run_id;
