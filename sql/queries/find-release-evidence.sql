-- The claims of a release's own documents, those that rest on a sample or more (W2 to W5), and its experiments.
SELECT COUNT(c.id) AS claims, COUNT(CASE WHEN s.warrant IN ('W2', 'W3', 'W4', 'W5') THEN 1 END) AS supported,
  (SELECT COUNT(*) FROM release_documents m2 JOIN documents d2 ON d2.id = m2.document_id JOIN experiments e ON e.version_id = d2.current_version_id
   WHERE m2.release_id = @Release AND m2.relation IN ('primary', 'appendix', 'promo_by_author', 'promo_by_org')) AS experiments
FROM release_documents m JOIN documents d ON d.id = m.document_id JOIN claims c ON c.version_id = d.current_version_id
LEFT JOIN claim_supports s ON s.claim_id = c.id AND s.release_id = m.release_id
WHERE m.release_id = @Release AND m.relation IN ('primary', 'appendix', 'promo_by_author', 'promo_by_org');
