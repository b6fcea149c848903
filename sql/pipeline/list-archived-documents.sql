-- Documents that may be works of the prior-work base, but not those of one release.
SELECT v.id AS version_id, v.document FROM documents d JOIN versions v ON v.id = d.current_version_id
WHERE d.kind IN ('paper', 'preprint', 'prior_work', 'blog')
  AND (CAST(@Own AS TEXT) IS NULL OR NOT EXISTS (SELECT 1 FROM release_documents rd WHERE rd.document_id = d.id AND rd.release_id = @Own))
ORDER BY d.canonical_url;
