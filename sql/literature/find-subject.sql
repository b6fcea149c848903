-- What works are looked for: a claim with the release of its document, or a release by itself.
SELECT c.quote AS text, rd.release_id, r.title, r.published_not_before AS not_before FROM claims c
LEFT JOIN release_documents rd ON rd.document_id = c.document_id LEFT JOIN releases r ON r.id = rd.release_id WHERE c.id = @Id
UNION ALL
SELECT r.title AS text, r.id AS release_id, r.title, r.published_not_before AS not_before FROM releases r WHERE r.id = @Id;
