SELECT key, url, source, metadata, state, stage, reason, attempts, owner, lease_until, due_at, document_id, version_id, updated_at
FROM items WHERE state IN ('pending', 'running') OR (state = 'retry' AND due_at <= @Now) ORDER BY due_at, key;
