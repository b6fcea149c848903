INSERT INTO flag_history (flag_id, number, recorded_at, release_id, code, subtype, kind, claim_id, pair_claim_id, version_id, asserter, gap, severity, confidence, rationale, search_complete, status, raised_by, detector_version, speaks_for_authors, source_run_id)
SELECT f.id, COALESCE((SELECT MAX(n.number) FROM flag_history n WHERE n.flag_id = f.id), 0) + 1, @CreatedAt, f.release_id, f.code, f.subtype, f.kind, f.claim_id, f.pair_claim_id, f.version_id, f.asserter, f.gap, f.severity, f.confidence, f.rationale, f.search_complete, f.status, f.raised_by, f.detector_version,
  (SELECT e.text FROM exculpations e WHERE e.flag_id = f.id ORDER BY e.number LIMIT 1), @SourceRunId
FROM flags f
WHERE (f.release_id = @ReleaseId OR f.id = @FlagId) AND NOT EXISTS (
  SELECT 1 FROM flag_history h
  WHERE h.flag_id = f.id AND h.number = (SELECT MAX(n.number) FROM flag_history n WHERE n.flag_id = f.id) AND h.status = f.status AND h.severity = f.severity AND h.confidence = f.confidence AND h.asserter = f.asserter AND h.rationale = f.rationale AND h.version_id = f.version_id AND COALESCE(h.claim_id, '') = COALESCE(f.claim_id, '') AND h.search_complete = f.search_complete AND COALESCE(h.speaks_for_authors, '') = COALESCE((SELECT e.text FROM exculpations e WHERE e.flag_id = f.id ORDER BY e.number LIMIT 1), ''));
