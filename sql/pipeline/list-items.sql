SELECT key, url, source, metadata, state, stage, reason, attempts, owner, lease_until, due_at, document_id, version_id, updated_at FROM items ORDER BY key;
