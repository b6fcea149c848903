SELECT d.id AS doc_id, d.kind AS doc_kind, d.url AS doc_url, d.title AS doc_title, d.publisher AS doc_publisher, d.published_not_before, d.published_not_after,
  d.published_precision, d.published_basis, v.id AS version_id, v.text, v.text_sha256, s.fetched_at
FROM documents d JOIN versions v ON v.id = d.current_version_id JOIN snapshots s ON s.id = v.snapshot_id
WHERE d.id = @Id;
