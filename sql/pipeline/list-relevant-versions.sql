SELECT d.current_version_id AS id FROM documents d JOIN screenings s ON s.version_id = d.current_version_id
WHERE s.relevant = 1 AND EXISTS (SELECT 1 FROM extraction_tallies t WHERE t.version_id = d.current_version_id) ORDER BY d.canonical_url;
