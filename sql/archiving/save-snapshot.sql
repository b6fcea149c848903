INSERT INTO snapshots (id, item_key, url, source, metadata, fetched_at, sha256, length, content_type, etag, last_modified, created_at, source_run_id, schema_version)
VALUES (@Id, @ItemKey, @Url, @Source, @Metadata, @FetchedAt, @Sha256, @Length, @ContentType, @ETag, @LastModified, @CreatedAt, @SourceRunId, @SchemaVersion)
ON CONFLICT (id) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified, metadata = excluded.metadata;
