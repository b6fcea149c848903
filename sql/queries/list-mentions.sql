-- What was announced of a release: its documents, and what answers or links one of them.
SELECT i.key, s.kind AS source_kind, d.kind AS doc_kind, m.relation FROM items i
LEFT JOIN sources s ON s.name = i.source LEFT JOIN documents d ON d.id = i.document_id
LEFT JOIN release_documents m ON m.document_id = i.document_id AND m.release_id = @Release
WHERE i.document_id IN (SELECT document_id FROM release_documents WHERE release_id = @Release)
  OR i.parent IN (SELECT d2.canonical_url FROM release_documents m2 JOIN documents d2 ON d2.id = m2.document_id WHERE m2.release_id = @Release)
ORDER BY i.key;
