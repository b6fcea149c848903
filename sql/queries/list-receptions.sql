-- How what was announced of a release was received, day by day.
SELECT r.item_key, s.kind AS source_kind, r.day, r.score, r.replies FROM item_receptions r JOIN items i ON i.key = r.item_key LEFT JOIN sources s ON s.name = r.source
WHERE i.document_id IN (SELECT document_id FROM release_documents WHERE release_id = @Release)
  OR i.parent IN (SELECT d2.canonical_url FROM release_documents m2 JOIN documents d2 ON d2.id = m2.document_id WHERE m2.release_id = @Release)
ORDER BY r.day, r.item_key, r.source;
