INSERT INTO fetches (id, snapshot_id, item_key, url, final_url, fetched_at, sha256, status, request_headers, response_headers, created_at, source_run_id)
VALUES (@Id, @SnapshotId, @ItemKey, @Url, @FinalUrl, @FetchedAt, @Sha256, @Status, @RequestHeaders, @ResponseHeaders, @CreatedAt, @SourceRunId)
ON CONFLICT (id) DO NOTHING;
