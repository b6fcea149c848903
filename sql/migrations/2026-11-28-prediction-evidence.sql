-- Which release a list is about in the words of whoever registered it, which post holds it, what the predictions are about and by when and how they are to be settled; several claims as evidence of an
-- outcome, and when it was written down. What a file says of when a hash was kept stands apart from when it was kept here: only the latter was seen.
ALTER TABLE prediction_sets ADD COLUMN release_named TEXT;
ALTER TABLE prediction_sets ADD COLUMN origin TEXT;
ALTER TABLE prediction_sets ADD COLUMN source_url TEXT;
ALTER TABLE prediction_sets ADD COLUMN source_canonical_url TEXT;
ALTER TABLE prediction_sets ADD COLUMN stated_committed_at TEXT;
ALTER TABLE prediction_sets ADD COLUMN topic TEXT;
ALTER TABLE prediction_sets ADD COLUMN deadline TEXT;
ALTER TABLE prediction_sets ADD COLUMN criteria TEXT;
ALTER TABLE predictions ADD COLUMN topic TEXT;
ALTER TABLE predictions ADD COLUMN deadline TEXT;
ALTER TABLE predictions ADD COLUMN criteria TEXT;
ALTER TABLE predictions ADD COLUMN known_at TEXT;
ALTER TABLE prediction_resolutions ADD COLUMN resolved_at TEXT;
UPDATE prediction_resolutions SET resolved_at = created_at;
CREATE TABLE prediction_resolution_claims (
  resolution_id TEXT NOT NULL REFERENCES prediction_resolutions (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  claim_id TEXT NOT NULL,
  PRIMARY KEY (resolution_id, position)
) {strict};
INSERT INTO prediction_resolution_claims (resolution_id, position, claim_id) SELECT id, 1, claim_id FROM prediction_resolutions WHERE claim_id IS NOT NULL;
ALTER TABLE prediction_resolutions DROP COLUMN claim_id;

-- A score says what it is relative to: its column is named after that, and the words stand beside it.
DROP VIEW predictions_v;
CREATE VIEW predictions_v AS
SELECT s.id AS set_id, s.forecaster, s.made_on, s.about, s.release_id, s.reported_score AS reported_expectation_score, 'relative to this forecaster''s expectation' AS score_is,
  p.number, p.statement, p.probability, p.resolution, p.fraction, p.rationale, p.known_at, COALESCE(p.topic, s.topic) AS topic, COALESCE(p.deadline, s.deadline) AS deadline,
  COALESCE(p.criteria, s.criteria) AS criteria, s.commitment, s.committed_at, d.id AS document_id, COALESCE(s.source_url, d.url) AS source_url,
  (SELECT MIN(n.fetched_at) FROM versions v JOIN snapshots n ON n.id = v.snapshot_id WHERE v.document_id = d.id) AS archived_at,
  (SELECT COUNT(*) FROM prediction_resolutions r WHERE r.set_id = p.set_id AND r.number = p.number AND r.is_dispute = 1) AS disputes
FROM prediction_sets s JOIN predictions p ON p.set_id = s.id
LEFT JOIN documents d ON d.id = COALESCE(s.document_id, (SELECT x.id FROM documents x WHERE x.canonical_url = s.source_canonical_url));

-- Everything that was said of outcomes, according to whom.
CREATE VIEW prediction_outcomes_v AS
SELECT r.id, r.set_id, r.number, p.statement, r.resolution, r.fraction, r.resolver, r.rationale, r.known_at, r.resolved_at, r.is_dispute, r.sequence
FROM prediction_resolutions r JOIN predictions p ON p.set_id = r.set_id AND p.number = r.number;

-- Disputes, the outcome that counts beside the one that is held against it.
CREATE VIEW prediction_disputes_v AS
SELECT r.id, r.set_id, s.forecaster, s.about, r.number, p.statement, p.resolution AS counted_resolution, p.fraction AS counted_fraction, p.rationale AS counted_rationale,
  (SELECT c.resolver FROM prediction_resolutions c WHERE c.set_id = r.set_id AND c.number = r.number AND c.is_dispute = 0 ORDER BY c.sequence DESC LIMIT 1) AS counted_resolver,
  r.resolution AS disputed_resolution, r.fraction AS disputed_fraction, r.rationale AS disputed_rationale, r.resolver AS disputed_by, r.known_at, r.resolved_at
FROM prediction_resolutions r JOIN predictions p ON p.set_id = r.set_id AND p.number = r.number JOIN prediction_sets s ON s.id = r.set_id
WHERE r.is_dispute = 1;
