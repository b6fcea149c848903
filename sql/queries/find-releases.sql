SELECT r.id, r.title, r.publisher, r.published_not_before, r.published_not_after, r.published_precision, r.published_basis, r.coverage,
  (SELECT COUNT(*) FROM release_documents m WHERE m.release_id = r.id) AS documents,
  (SELECT COUNT(*) FROM release_documents m JOIN documents d ON d.id = m.document_id JOIN claims c ON c.version_id = d.current_version_id WHERE m.release_id = r.id) AS claims,
  (SELECT COUNT(*) FROM flags f WHERE f.release_id = r.id AND f.raised_by = 'system' AND f.status IN ('open', 'confirmed', 'reduced')) AS flags
FROM releases r
WHERE CAST(@Id AS TEXT) IS NULL OR r.id = @Id
ORDER BY COALESCE(r.published_not_before, '') DESC, r.title, r.id LIMIT @Limit OFFSET @Offset;
