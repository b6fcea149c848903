SELECT c.id, c.quote FROM claims c JOIN documents d ON d.id = c.document_id AND d.current_version_id = c.version_id
WHERE to_tsvector('english', c.quote || ' ' || c.normalised) @@ websearch_to_tsquery('english', @Words)
ORDER BY ts_rank(to_tsvector('english', c.quote || ' ' || c.normalised), websearch_to_tsquery('english', @Words)) DESC, c.id LIMIT @Limit;
