SELECT e.id, e.kind, e.support, e.support_quote, e.date_ok, e.delta_strength, e.delta_certainty, e.delta_scope, e.confidence, e.excess_owner, e.drift, e.changes,
  e.upstream_claim_id, e.downstream_claim_id, u.title AS upstream_title, u.url AS upstream_url, d.title AS downstream_title, d.url AS downstream_url,
  u.published_not_before AS upstream_not_before, u.published_not_after AS upstream_not_after, u.kind AS upstream_kind, u.publisher AS upstream_publisher,
  d.published_not_before AS downstream_not_before, d.published_not_after AS downstream_not_after, d.kind AS downstream_kind, d.publisher AS downstream_publisher,
  a.asserter AS upstream_speaker, a.place AS upstream_place, COALESCE(a.quote, e.upstream_sentence) AS upstream_quote, b.asserter AS downstream_speaker, b.place AS downstream_place, b.quote AS downstream_quote
FROM propagation_edges e JOIN documents u ON u.id = e.upstream_document_id JOIN documents d ON d.id = e.downstream_document_id
LEFT JOIN claims a ON a.id = e.upstream_claim_id LEFT JOIN claims b ON b.id = e.downstream_claim_id
WHERE e.date_ok = 0 ORDER BY u.title, d.title, e.confidence DESC, e.id;
