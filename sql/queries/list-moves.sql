SELECT e.id, e.upstream_document_id, e.upstream_claim_id, e.downstream_document_id, e.downstream_claim_id, e.kind, e.support, e.support_quote, e.date_ok,
  e.delta_strength, e.delta_certainty, e.delta_scope, e.caveats_lost, e.confidence, e.excess_owner, e.drift, e.changes, e.upstream_sentence
FROM propagation_edges e
WHERE e.upstream_claim_id IS NOT NULL AND e.downstream_claim_id IS NOT NULL AND e.date_ok = 1
  AND (e.delta_strength <> 0 OR e.delta_certainty <> 0 OR e.delta_scope > 0)
ORDER BY COALESCE(e.delta_strength, 0) + COALESCE(e.delta_certainty, 0) + COALESCE(e.delta_scope, 0) DESC, e.id LIMIT @Limit;
