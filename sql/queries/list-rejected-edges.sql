SELECT e.id, e.kind, e.support, e.support_quote, e.date_ok, e.delta_strength, e.delta_certainty, e.delta_scope, e.confidence, e.excess_owner,
  e.upstream_claim_id, e.downstream_claim_id, u.title AS upstream_title, u.url AS upstream_url, d.title AS downstream_title, d.url AS downstream_url
FROM propagation_edges e JOIN documents u ON u.id = e.upstream_document_id JOIN documents d ON d.id = e.downstream_document_id
WHERE e.date_ok = 0 ORDER BY u.title, d.title, e.id;
