INSERT INTO flag_history (flag_id, number, recorded_at, release_id, code, subtype, kind, claim_id, pair_claim_id, version_id, asserter, gap, severity, confidence, rationale, search_complete, status, raised_by, detector_version, speaks_for_authors, source_run_id)
SELECT h.flag_id, h.number + 1, @CreatedAt, h.release_id, h.code, h.subtype, h.kind, h.claim_id, h.pair_claim_id, h.version_id, h.asserter, h.gap, h.severity, h.confidence, h.rationale, h.search_complete, 'gone', h.raised_by, h.detector_version, h.speaks_for_authors, @SourceRunId
FROM flag_history h
WHERE h.release_id = @ReleaseId AND h.status <> 'gone' AND h.number = (SELECT MAX(n.number) FROM flag_history n WHERE n.flag_id = h.flag_id) AND NOT EXISTS (SELECT 1 FROM flags f WHERE f.id = h.flag_id);
