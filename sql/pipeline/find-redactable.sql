SELECT d.id, d.title FROM documents d
WHERE d.id = @Id OR d.canonical_url = @Id OR d.url = @Id OR d.id IN (SELECT v.document_id FROM versions v WHERE v.id = @Id) OR d.id IN (SELECT c.document_id FROM claims c WHERE c.id = @Id) OR d.id IN (SELECT p.document_id FROM past_claims p WHERE p.id = @Id)
ORDER BY d.id LIMIT 1;
