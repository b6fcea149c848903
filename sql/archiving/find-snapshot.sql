SELECT id, item_key, url, source, metadata, fetched_at, sha256, length, content_type, etag, last_modified FROM snapshots WHERE id = @Id;
