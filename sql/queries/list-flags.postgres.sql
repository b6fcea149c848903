SELECT f.id, f.release_id, f.code, f.subtype, f.kind, f.claim_id, f.pair_claim_id, f.version_id, f.asserter, f.gap, f.severity, f.confidence, f.rationale, f.search_complete,
  f.status, f.raised_by, f.works, f.edge_id, f.detector_version, f.computation,
  r.title AS release_title, d.id AS doc_id, d.kind AS doc_kind, d.url AS doc_url, d.title AS doc_title, d.publisher AS doc_publisher, d.published_not_before, d.published_not_after,
  d.published_precision, d.published_basis
FROM flags f JOIN releases r ON r.id = f.release_id JOIN versions v ON v.id = f.version_id JOIN documents d ON d.id = v.document_id
WHERE f.id IN (SELECT json_array_elements_text(CAST(@Ids AS JSON)));
