-- Claims that say more than the text that they come from, and who made them stronger
SELECT e.upstream_title, e.downstream_title, e.delta_strength, e.delta_certainty, e.delta_scope, e.excess_owner, e.upstream_claim_id, e.downstream_claim_id
FROM edges_v e
WHERE e.downstream_claim_id IS NOT NULL AND COALESCE(e.date_ok, 1) = 1 AND (COALESCE(e.delta_strength, 0) > 0 OR COALESCE(e.delta_certainty, 0) > 0 OR COALESCE(e.delta_scope, 0) > 0)
  AND e.id = (SELECT MIN(o.id) FROM edges_v o WHERE o.upstream_claim_id = e.upstream_claim_id AND o.downstream_claim_id = e.downstream_claim_id)
ORDER BY e.delta_strength DESC, e.downstream_title, e.id;
