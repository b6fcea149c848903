-- What the bibliographic services answered for references that the base does not know, so that each is asked about once.
ALTER TABLE prior_works ADD COLUMN statuses TEXT NOT NULL DEFAULT '[]';
CREATE TABLE reference_lookups (
  reference_key TEXT NOT NULL PRIMARY KEY,
  outcome TEXT NOT NULL,
  work_id TEXT,
  service TEXT,
  problem TEXT,
  asked_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};
