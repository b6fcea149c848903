SELECT versions.id, versions.snapshot_id, versions.text_sha256, snapshots.fetched_at, documents.id AS document_id, documents.title, documents.canonical_url
FROM versions JOIN documents ON documents.id = versions.document_id JOIN snapshots ON snapshots.id = versions.snapshot_id
WHERE documents.id = @Document OR documents.canonical_url = @Document OR versions.id = @Document ORDER BY snapshots.fetched_at, versions.id;
