SELECT id, item_key, url, source, metadata, fetched_at, sha256, length, content_type, etag, last_modified
FROM snapshots WHERE item_key = @ItemKey ORDER BY fetched_at DESC, id LIMIT 1;
