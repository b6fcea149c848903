-- The claims of current versions at some places of the index, in the order of the places.
SELECT c.id, c.quote FROM json_each(@Places) j JOIN claims_search s ON s.rowid = j.value JOIN claims c ON c.id = s.id JOIN documents d ON d.id = c.document_id AND d.current_version_id = c.version_id ORDER BY j.key LIMIT @Most;
