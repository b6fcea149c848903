SELECT f.id, f.status, f.claim_id, f.asserter, c.quote, d.url
FROM flags f LEFT JOIN claims c ON c.id = f.claim_id JOIN versions v ON v.id = f.version_id JOIN documents d ON d.id = v.document_id
WHERE f.status IN ('withdrawn', 'reattributed', 'dismissed', 'superseded_fixed');
