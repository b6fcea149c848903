WITH RECURSIVE reached (claim_id) AS (
  SELECT CAST(@ClaimId AS TEXT)
  UNION
  SELECT CASE WHEN e.upstream_claim_id = r.claim_id THEN e.downstream_claim_id ELSE e.upstream_claim_id END
  FROM reached r JOIN propagation_edges e ON e.upstream_claim_id = r.claim_id OR e.downstream_claim_id = r.claim_id
  WHERE e.upstream_claim_id IS NOT NULL AND e.downstream_claim_id IS NOT NULL
)
SELECT e.id, e.kind, e.support, e.support_quote, e.date_ok, e.delta_strength, e.delta_certainty, e.delta_scope, e.caveats_lost, e.confidence, e.excess_owner, e.drift, e.changes, e.upstream_sentence,
  e.upstream_document_id, e.upstream_claim_id, e.downstream_document_id, e.downstream_claim_id
FROM propagation_edges e JOIN reached u ON u.claim_id = e.upstream_claim_id JOIN reached d ON d.claim_id = e.downstream_claim_id ORDER BY e.id LIMIT @Limit;
