(SELECT h.flag_id AS id, h.code, h.subtype, h.kind, h.severity, h.confidence, h.status, h.asserter, h.gap, h.rationale, h.search_complete, h.raised_by, h.release_id, COALESCE(r.title, '') AS release_title,
  h.claim_id, COALESCE(c.quote, (SELECT p.quote FROM past_claims p WHERE p.id = h.claim_id ORDER BY p.valid_until DESC LIMIT 1)) AS quote,
  COALESCE(c.place, (SELECT p.place FROM past_claims p WHERE p.id = h.claim_id ORDER BY p.valid_until DESC LIMIT 1)) AS place, h.pair_claim_id, h.version_id, d.id AS document_id, d.title AS document_title, d.kind AS document_kind,
  d.url AS document_url, d.publisher, d.published_not_before, h.detector_version, h.recorded_at AS created_at, d.published_not_after,
  CASE WHEN h.status IN ('open', 'confirmed', 'reduced', 'reattributed') THEN 0 WHEN h.status = 'candidate' THEN 2 WHEN h.status = 'suppressed' THEN 3 ELSE 1 END AS standing, h.speaks_for_authors
FROM flag_history h JOIN versions v ON v.id = h.version_id JOIN documents d ON d.id = v.document_id LEFT JOIN releases r ON r.id = h.release_id LEFT JOIN claims c ON c.id = h.claim_id
WHERE h.recorded_at <= @asof AND h.status <> 'gone' AND NOT EXISTS (SELECT 1 FROM flag_history n WHERE n.flag_id = h.flag_id AND n.number > h.number AND n.recorded_at <= @asof))
