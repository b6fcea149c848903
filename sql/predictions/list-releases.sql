SELECT r.id, r.title, r.published_not_before, r.published_not_after, r.published_precision, r.published_basis, d.canonical_url
FROM releases r LEFT JOIN release_documents m ON m.release_id = r.id AND m.relation NOT IN ('third_party', 'critique') LEFT JOIN documents d ON d.id = m.document_id
ORDER BY r.id, d.canonical_url;
