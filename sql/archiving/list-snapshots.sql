SELECT id, item_key, url, source, metadata, fetched_at, sha256, length, content_type, etag, last_modified FROM snapshots s
WHERE NOT EXISTS (SELECT 1 FROM redacted_snapshots r WHERE r.snapshot_id = s.id) ORDER BY id;
