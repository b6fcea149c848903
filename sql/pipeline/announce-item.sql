INSERT INTO items (key, url, source, metadata, state, due_at, created_at, updated_at, source_run_id)
VALUES (@Key, @Url, @Source, @Metadata, 'pending', @CreatedAt, @CreatedAt, @CreatedAt, @SourceRunId)
ON CONFLICT (key) DO NOTHING;
