SELECT id, upstream_document_id, upstream_claim_id, downstream_document_id, downstream_claim_id, kind, support, support_quote, date_ok, delta_strength, delta_certainty,
  delta_scope, caveats_lost, confidence, excess_owner
FROM propagation_edges WHERE release_id = @ReleaseId ORDER BY id;
