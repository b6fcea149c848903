-- A known item stays as it is, unless its source sent it whole and sent something else now: then it is read again.
INSERT INTO items (key, url, source, metadata, state, due_at, created_at, updated_at, source_run_id, content_sha256, parent)
VALUES (@Key, @Url, @Source, @Metadata, 'pending', @CreatedAt, @CreatedAt, @CreatedAt, @SourceRunId, @ContentSha256, @Parent)
ON CONFLICT (key) DO UPDATE SET url = excluded.url, metadata = excluded.metadata, state = 'pending', due_at = excluded.due_at, updated_at = excluded.updated_at, content_sha256 = excluded.content_sha256, parent = excluded.parent
WHERE excluded.content_sha256 IS NOT NULL AND excluded.content_sha256 <> COALESCE(items.content_sha256, '') AND items.state <> 'running';
