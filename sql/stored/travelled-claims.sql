-- What later texts made of a release's claims, each with the words that changed
SELECT e.downstream_title, e.downstream_quote, e.upstream_title, e.upstream_quote, e.support, e.drift, e.changes, e.delta_strength, e.delta_certainty, e.delta_scope, e.excess_owner, e.downstream_claim_id
FROM edges_v e
WHERE e.release_id = :release AND e.downstream_claim_id IS NOT NULL AND COALESCE(e.date_ok, 1) = 1
ORDER BY e.downstream_title, e.id;
