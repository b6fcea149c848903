-- What lists are filtered, sorted and counted by: the same columns for pages, API, terminal and readers' SQL.
DROP VIEW claims_v;
CREATE VIEW claims_v AS
SELECT c.id, c.quote, c.normalised, c.type, c.strength, c.certainty, c.scope_model, c.scope_data, c.scope_concept, c.scope_deployment, c.is_generic, c.polarity, c.assert_mode,
  CASE WHEN c.place = 'comment' OR d.kind = 'comment' THEN 'a commenter'
    WHEN d.kind = 'promo_social' AND c.asserter <> COALESCE(d.publisher, '') THEN 'a poster of the release''s side'
    WHEN d.kind = 'third_party_social' AND c.asserter <> COALESCE(d.publisher, '') THEN 'a poster' ELSE c.asserter END AS asserter,
  CASE WHEN c.place = 'comment' OR d.kind IN ('comment', 'promo_social', 'third_party_social') THEN NULL ELSE c.attributed_to END AS attributed_to, c.place, c.is_headline, c.extraction_confidence, c.version_id, c.start_offset, c.end_offset, c.document_id, d.title AS document_title, d.kind AS document_kind,
  d.url AS document_url, d.publisher, d.published_not_before, d.published_not_after, c.created_at,
  (SELECT MAX(s.warrant) FROM claim_supports s WHERE s.claim_id = c.id) AS warrant,
  (SELECT COUNT(*) FROM flags f WHERE f.claim_id = c.id AND f.status IN ('open', 'confirmed', 'reduced', 'reattributed')) AS flags
FROM claims c JOIN documents d ON d.id = c.document_id AND d.current_version_id = c.version_id;

DROP VIEW flags_v;
CREATE VIEW flags_v AS
SELECT f.id, f.code, f.subtype, f.kind, f.severity, f.confidence, f.status, f.asserter, f.gap, f.rationale, f.search_complete, f.raised_by, f.release_id, r.title AS release_title,
  f.claim_id, c.quote, c.place, f.pair_claim_id, f.version_id, d.id AS document_id, d.title AS document_title, d.kind AS document_kind, d.url AS document_url, d.publisher,
  d.published_not_before, f.detector_version, f.created_at, d.published_not_after,
  CASE WHEN f.status IN ('open', 'confirmed', 'reduced', 'reattributed') THEN 0 WHEN f.status = 'candidate' THEN 2 WHEN f.status = 'suppressed' THEN 3 ELSE 1 END AS standing,
  (SELECT e.text FROM exculpations e WHERE e.flag_id = f.id ORDER BY e.number LIMIT 1) AS speaks_for_authors
FROM flags f JOIN releases r ON r.id = f.release_id JOIN versions v ON v.id = f.version_id JOIN documents d ON d.id = v.document_id LEFT JOIN claims c ON c.id = f.claim_id;

DROP VIEW documents_v;
CREATE VIEW documents_v AS
SELECT d.id, d.title, d.kind, d.url, d.canonical_url, d.publisher, d.published_not_before, d.published_not_after, d.published_precision, d.published_basis, d.language,
  d.current_version_id, (SELECT COUNT(*) FROM versions v WHERE v.document_id = d.id) AS versions, d.created_at,
  (SELECT COUNT(*) FROM claims c WHERE c.version_id = d.current_version_id) AS claims,
  (SELECT COUNT(*) FROM flags f WHERE f.version_id = d.current_version_id AND f.status IN ('open', 'confirmed', 'reduced', 'reattributed')) AS flags
FROM documents d;
CREATE INDEX flags_by_version ON flags (version_id);

DROP VIEW releases_v;
CREATE VIEW releases_v AS
SELECT r.id, r.title, r.publisher, r.published_not_before, r.published_not_after, r.coverage, r.peer_review, r.tags,
  (SELECT COUNT(*) FROM release_documents m WHERE m.release_id = r.id) AS documents,
  (SELECT COUNT(*) FROM flags f WHERE f.release_id = r.id AND f.status <> 'suppressed') AS flags,
  (SELECT COUNT(*) FROM flags f WHERE f.release_id = r.id AND f.status IN ('open', 'confirmed', 'reduced', 'reattributed')) AS open_flags,
  (SELECT COUNT(*) FROM release_documents m JOIN documents d ON d.id = m.document_id JOIN claims c ON c.version_id = d.current_version_id WHERE m.release_id = r.id) AS claims,
  r.published_precision, r.published_basis, r.created_at
FROM releases r;

DROP VIEW prior_works_v;
CREATE VIEW prior_works_v AS
SELECT p.id, p.title, p.authors, p.year, p.first_public, p.venue, p.arxiv, p.doi, p.url, p.tags, p.peer_reviewed, p.verified, p.summary, p.created_at,
  (SELECT COUNT(*) FROM prior_work_matches m WHERE m.work_id = p.id AND m.is_cited = 1) AS cited,
  (SELECT COUNT(*) FROM prior_work_matches m WHERE m.work_id = p.id AND m.is_cited = 0 AND m.equivalent_cited IS NULL) AS not_found_cited
FROM prior_works p;
CREATE INDEX prior_work_matches_by_work ON prior_work_matches (work_id);
