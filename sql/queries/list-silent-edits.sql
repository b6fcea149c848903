SELECT s.quote, s.compared, u.id AS source_id, u.title AS source_title, u.url AS source_url, d.id AS doc_id, d.kind AS doc_kind, d.url AS doc_url, d.title AS doc_title, d.publisher AS doc_publisher,
  d.published_not_before, d.published_not_after, d.published_precision, d.published_basis, s.version_id, s.start_offset, s.end_offset
FROM silent_edits s JOIN documents u ON u.id = s.source_document_id JOIN versions v ON v.id = s.version_id JOIN documents d ON d.id = v.document_id
WHERE s.source_document_id = @Document OR d.id = @Document ORDER BY COALESCE(d.published_not_before, ''), s.id;
