-- What people said became of commitments; a commitment itself follows from the claims. Append-only: of several outcomes the latest counts.
CREATE TABLE promise_outcomes (
  promise_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  state TEXT NOT NULL,
  stated_by TEXT NOT NULL,
  stated_at TEXT NOT NULL,
  evidence TEXT,
  note TEXT,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  PRIMARY KEY (promise_id, number)
) {strict};
