SELECT f.id, f.release_id, f.code, f.subtype, f.kind, f.claim_id, f.pair_claim_id, f.version_id, f.asserter, f.gap, f.severity, f.confidence, f.rationale, f.search_complete,
  f.status, f.raised_by, f.works, f.edge_id, f.detector_version, f.computation,
  r.title AS release_title, d.id AS doc_id, d.kind AS doc_kind, d.url AS doc_url, d.title AS doc_title, d.publisher AS doc_publisher, d.published_not_before, d.published_not_after,
  d.published_precision, d.published_basis
FROM flags f JOIN releases r ON r.id = f.release_id JOIN versions v ON v.id = f.version_id JOIN documents d ON d.id = v.document_id
WHERE (CAST(@Id AS TEXT) IS NULL OR f.id = @Id)
  AND (CAST(@Code AS TEXT) IS NULL OR f.code = @Code)
  AND (CAST(@Kind AS TEXT) IS NULL OR f.kind = @Kind)
  AND (CAST(@Status AS TEXT) IS NULL OR f.status = @Status)
  AND (CAST(@Owner AS TEXT) IS NULL OR LOWER(f.asserter) = LOWER(@Owner))
  AND (CAST(@Claim AS TEXT) IS NULL OR f.claim_id = @Claim)
  AND (CAST(@Release AS TEXT) IS NULL OR f.release_id = @Release)
  AND (CAST(@Document AS TEXT) IS NULL OR d.id = @Document OR d.canonical_url = @Document OR d.url = @Document)
  AND f.severity >= @MinSeverity AND f.confidence >= @MinConfidence
  AND (@IncludeSuppressed = 1 OR f.status <> 'suppressed')
ORDER BY f.severity DESC, f.confidence DESC, f.code, f.id LIMIT @Limit OFFSET @Offset;
