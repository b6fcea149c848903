-- Edges into a claim from a text as a whole, or from a sentence of it that holds no claim.
SELECT e.id, e.kind, e.support, e.support_quote, e.date_ok, e.delta_strength, e.delta_certainty, e.delta_scope, e.caveats_lost, e.confidence, e.excess_owner, e.drift, e.changes, e.upstream_sentence,
  e.upstream_document_id, e.upstream_claim_id, e.downstream_document_id, e.downstream_claim_id, u.title AS upstream_title, u.url AS upstream_url
FROM propagation_edges e JOIN documents u ON u.id = e.upstream_document_id WHERE e.downstream_claim_id = @ClaimId AND e.upstream_claim_id IS NULL ORDER BY e.id;
