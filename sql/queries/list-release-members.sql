SELECT m.relation, d.id AS doc_id, d.kind AS doc_kind, d.url AS doc_url, d.title AS doc_title, d.publisher AS doc_publisher, d.published_not_before, d.published_not_after,
  d.published_precision, d.published_basis, (SELECT COUNT(*) FROM claims c WHERE c.version_id = d.current_version_id) AS claims
FROM release_documents m JOIN documents d ON d.id = m.document_id
WHERE m.release_id = @Release
ORDER BY COALESCE(d.published_not_before, ''), d.title, d.id;
