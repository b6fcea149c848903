-- What was claimed and flagged when, so that "as of" a day can be asked and a citation keeps resolving. A row of flag_history is a state of a flag from then on; the state 'gone' says that it is no
-- longer raised. A row of past_claims is a reading of a claim that no longer holds.
CREATE TABLE flag_history (
  flag_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  recorded_at TEXT NOT NULL,
  release_id TEXT NOT NULL,
  code TEXT NOT NULL,
  subtype TEXT,
  kind TEXT NOT NULL,
  claim_id TEXT,
  pair_claim_id TEXT,
  version_id TEXT NOT NULL,
  asserter TEXT NOT NULL,
  gap INTEGER,
  severity INTEGER NOT NULL,
  confidence {double} NOT NULL,
  rationale TEXT NOT NULL,
  search_complete INTEGER NOT NULL,
  status TEXT NOT NULL,
  raised_by TEXT NOT NULL,
  detector_version TEXT NOT NULL,
  speaks_for_authors TEXT,
  source_run_id TEXT NOT NULL,
  PRIMARY KEY (flag_id, number)
) {strict};
CREATE INDEX flag_history_by_claim ON flag_history (claim_id);
CREATE INDEX flag_history_by_release ON flag_history (release_id);
INSERT INTO flag_history (flag_id, number, recorded_at, release_id, code, subtype, kind, claim_id, pair_claim_id, version_id, asserter, gap, severity, confidence, rationale, search_complete, status, raised_by, detector_version, speaks_for_authors, source_run_id)
SELECT f.id, 1, f.created_at, f.release_id, f.code, f.subtype, f.kind, f.claim_id, f.pair_claim_id, f.version_id, f.asserter, f.gap, f.severity, f.confidence, f.rationale, f.search_complete, f.status, f.raised_by, f.detector_version, (SELECT e.text FROM exculpations e WHERE e.flag_id = f.id ORDER BY e.number LIMIT 1), f.source_run_id FROM flags f;

CREATE TABLE past_claims (
  valid_from TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  id TEXT NOT NULL,
  version_id TEXT NOT NULL,
  document_id TEXT NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL,
  quote_sha256 TEXT NOT NULL,
  normalised TEXT NOT NULL,
  type TEXT NOT NULL,
  types TEXT NOT NULL,
  strength TEXT NOT NULL,
  certainty TEXT NOT NULL,
  scope_model INTEGER,
  scope_data INTEGER,
  scope_concept INTEGER,
  scope_deployment INTEGER,
  is_generic INTEGER NOT NULL,
  polarity TEXT NOT NULL,
  assert_mode TEXT NOT NULL,
  asserter TEXT NOT NULL,
  attributed_to TEXT,
  place TEXT NOT NULL,
  is_headline INTEGER NOT NULL,
  comparative_to TEXT,
  extraction_confidence {double} NOT NULL,
  provenance TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  PRIMARY KEY (id, valid_until)
) {strict};
CREATE INDEX past_claims_by_version ON past_claims (version_id);

-- A text that was taken out: who did it and why. Its hash stays with its version, the hash of what was fetched with its snapshot.
CREATE TABLE redactions (
  document_id TEXT NOT NULL PRIMARY KEY REFERENCES documents (id),
  reason TEXT NOT NULL,
  redacted_by TEXT NOT NULL,
  redacted_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL
) {strict};
CREATE TABLE redacted_snapshots (
  snapshot_id TEXT NOT NULL PRIMARY KEY REFERENCES snapshots (id),
  document_id TEXT NOT NULL REFERENCES redactions (document_id),
  item_key TEXT NOT NULL,
  sha256 TEXT NOT NULL
) {strict};
CREATE INDEX redacted_snapshots_by_item ON redacted_snapshots (item_key);
CREATE VIEW redactions_v AS
SELECT r.document_id, d.title AS document_title, d.url AS document_url, r.reason, r.redacted_at FROM redactions r JOIN documents d ON d.id = r.document_id;
