SELECT f.id, f.release_id, f.code, f.subtype, f.kind, f.claim_id, f.pair_claim_id, f.version_id, f.asserter, f.gap, f.severity, f.confidence, f.rationale, f.search_complete, f.status,
  f.raised_by, f.works, f.edge_id, f.detector_version
FROM flags f WHERE f.release_id = @ReleaseId ORDER BY f.id;
