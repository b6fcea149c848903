SELECT d.id AS doc_id, d.kind AS doc_kind, d.url AS doc_url, d.title AS doc_title, d.publisher AS doc_publisher, d.published_not_before, d.published_not_after,
  d.published_precision, d.published_basis, v.id AS version_id, v.text, d.authors, v.text_sha256, v.extraction_method, v.created_at, CASE WHEN d.current_version_id = v.id THEN 1 ELSE 0 END AS is_current
FROM versions v JOIN documents d ON d.id = v.document_id
WHERE v.id = @Version OR (CAST(@Version AS TEXT) IS NULL AND v.id = (SELECT n.current_version_id FROM documents n WHERE n.id = @Document));
