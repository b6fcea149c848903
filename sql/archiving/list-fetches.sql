SELECT f.id, f.snapshot_id, f.url, f.final_url, f.fetched_at, f.sha256, f.status, f.request_headers, f.response_headers FROM fetches f
WHERE (CAST(@ItemKey AS TEXT) IS NULL OR f.item_key = @ItemKey) AND NOT EXISTS (SELECT 1 FROM redacted_snapshots r WHERE r.snapshot_id = f.snapshot_id) ORDER BY f.fetched_at, f.id;
