SELECT id, snapshot_id, url, final_url, fetched_at, sha256, status, request_headers, response_headers FROM fetches
WHERE CAST(@ItemKey AS TEXT) IS NULL OR item_key = @ItemKey ORDER BY fetched_at, id;
