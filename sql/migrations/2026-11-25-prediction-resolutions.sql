-- What a list of predictions said when it was first registered, as a hash, and every outcome that somebody stated by hand: the newest that is no dispute counts.
ALTER TABLE prediction_sets ADD COLUMN commitment TEXT;
ALTER TABLE prediction_sets ADD COLUMN committed_at TEXT;
CREATE TABLE prediction_resolutions (
  id TEXT NOT NULL PRIMARY KEY,
  set_id TEXT NOT NULL REFERENCES prediction_sets (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  resolution TEXT NOT NULL,
  fraction {double} CHECK (fraction BETWEEN 0 AND 1),
  resolver TEXT NOT NULL,
  rationale TEXT,
  known_at TEXT,
  claim_id TEXT,
  is_dispute INTEGER NOT NULL CHECK (is_dispute IN (0, 1)),
  sequence INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};
CREATE UNIQUE INDEX prediction_resolutions_by_set ON prediction_resolutions (set_id, number, sequence);
