INSERT INTO digests (id, period, kind, edition, title, content_sha256, issue, shown_keys, created_at, source_run_id, schema_version)
VALUES (@Id, @Period, @Kind, @Edition, @Title, @ContentSha256, @Issue, @ShownKeys, @CreatedAt, @SourceRunId, @SchemaVersion)
ON CONFLICT (id) DO NOTHING;
