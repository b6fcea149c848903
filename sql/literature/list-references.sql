SELECT r.number, r.text, r.title, r.authors, r.year, r.doi, r.arxiv, r.url
FROM documents d JOIN screenings s ON s.version_id = d.current_version_id JOIN document_references r ON r.version_id = d.current_version_id
WHERE s.relevant = 1 ORDER BY d.canonical_url, r.number;
