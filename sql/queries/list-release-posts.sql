SELECT m.relation, v.document, d.id AS doc_id, d.kind AS doc_kind, d.url AS doc_url, d.title AS doc_title, d.publisher AS doc_publisher, d.published_not_before, d.published_not_after,
  d.published_precision, d.published_basis, (SELECT COUNT(*) FROM claims c WHERE c.version_id = v.id) AS claims,
  (SELECT MIN(a.first_seen_at) FROM announcements a WHERE a.key = d.canonical_url) AS seen_at
FROM release_documents m JOIN documents d ON d.id = m.document_id JOIN versions v ON v.id = d.current_version_id
WHERE m.release_id = @Release
ORDER BY d.id;
