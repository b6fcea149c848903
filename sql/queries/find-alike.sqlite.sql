SELECT q.id FROM claims_search q JOIN claims c ON c.id = q.id JOIN documents d ON d.id = c.document_id AND d.current_version_id = c.version_id
WHERE claims_search MATCH @Words ORDER BY bm25(claims_search), q.id LIMIT @Limit;
