-- What readers may ask by SQL: one row a thing, names spelled out, nothing about recipients, leases or model replies. Columns are added, never renamed.

CREATE VIEW claims_v AS
SELECT c.id, c.quote, c.normalised, c.type, c.strength, c.certainty, c.scope_model, c.scope_data, c.scope_concept, c.scope_deployment, c.is_generic, c.polarity, c.assert_mode,
  c.asserter, c.attributed_to, c.place, c.is_headline, c.extraction_confidence, c.version_id, c.start_offset, c.end_offset, c.document_id, d.title AS document_title, d.kind AS document_kind,
  d.url AS document_url, d.publisher, d.published_not_before, d.published_not_after, c.created_at
FROM claims c JOIN documents d ON d.id = c.document_id AND d.current_version_id = c.version_id;

CREATE VIEW flags_v AS
SELECT f.id, f.code, f.subtype, f.kind, f.severity, f.confidence, f.status, f.asserter, f.gap, f.rationale, f.search_complete, f.raised_by, f.release_id, r.title AS release_title,
  f.claim_id, c.quote, c.place, f.pair_claim_id, f.version_id, d.id AS document_id, d.title AS document_title, d.kind AS document_kind, d.url AS document_url, d.publisher,
  d.published_not_before, f.detector_version, f.created_at
FROM flags f JOIN releases r ON r.id = f.release_id JOIN versions v ON v.id = f.version_id JOIN documents d ON d.id = v.document_id LEFT JOIN claims c ON c.id = f.claim_id;

CREATE VIEW exculpations_v AS
SELECT e.flag_id, e.number, e.kind, e.verdict, e.version_id, e.start_offset, e.end_offset, e.text FROM exculpations e;

CREATE VIEW caveats_v AS
SELECT c.id, c.quote, c.kind, c.is_specific, c.place, c.version_id, c.start_offset, c.end_offset, d.id AS document_id, d.title AS document_title, d.url AS document_url
FROM caveats c JOIN versions v ON v.id = c.version_id JOIN documents d ON d.id = v.document_id AND d.current_version_id = c.version_id;

CREATE VIEW evidence_v AS
SELECT e.id, e.claim_id, e.kind, e.pointer, e.target_url, e.target_work_id, e.distance FROM evidence e;

CREATE VIEW documents_v AS
SELECT d.id, d.title, d.kind, d.url, d.canonical_url, d.publisher, d.published_not_before, d.published_not_after, d.published_precision, d.published_basis, d.language,
  d.current_version_id, (SELECT COUNT(*) FROM versions v WHERE v.document_id = d.id) AS versions, d.created_at
FROM documents d;

CREATE VIEW releases_v AS
SELECT r.id, r.title, r.publisher, r.published_not_before, r.published_not_after, r.coverage, r.peer_review, r.tags,
  (SELECT COUNT(*) FROM release_documents m WHERE m.release_id = r.id) AS documents,
  (SELECT COUNT(*) FROM flags f WHERE f.release_id = r.id AND f.status <> 'suppressed') AS flags
FROM releases r;

CREATE VIEW release_documents_v AS
SELECT m.release_id, m.document_id, m.relation FROM release_documents m;

CREATE VIEW edges_v AS
SELECT e.id, e.release_id, e.kind, e.support, e.support_quote, e.date_ok, e.delta_strength, e.delta_certainty, e.delta_scope, e.excess_owner, e.confidence,
  e.upstream_claim_id, e.upstream_document_id, u.title AS upstream_title, e.downstream_claim_id, e.downstream_document_id, w.title AS downstream_title
FROM propagation_edges e JOIN documents u ON u.id = e.upstream_document_id JOIN documents w ON w.id = e.downstream_document_id;

CREATE VIEW prior_works_v AS
SELECT p.id, p.title, p.authors, p.year, p.first_public, p.venue, p.arxiv, p.doi, p.url, p.tags, p.peer_reviewed, p.verified FROM prior_works p;

CREATE VIEW predictions_v AS
SELECT s.id AS set_id, s.forecaster, s.made_on, s.about, s.release_id, s.reported_score, p.number, p.statement, p.probability, p.resolution, p.fraction
FROM prediction_sets s JOIN predictions p ON p.set_id = s.id;

CREATE VIEW sources_v AS
SELECT s.name, s.kind, s.url, s.last_polled_at, s.last_success_at, s.last_item_count, s.last_outcome, s.failures_in_row FROM sources s;
