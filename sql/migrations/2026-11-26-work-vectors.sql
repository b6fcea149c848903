-- Vectors of works by an embedding model: 32-bit floats, little-endian, in base 64, so that both databases hold them alike.
CREATE TABLE work_vectors (
  work_id TEXT NOT NULL REFERENCES prior_works (id) ON DELETE CASCADE,
  model TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  vector TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  PRIMARY KEY (work_id, model)
) {strict};
