-- What labelled cases showed of the flags, with the versions of detectors, prompts and model that it holds for.
CREATE TABLE case_evaluations (
  id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, engine TEXT NOT NULL, versions TEXT NOT NULL, score TEXT NOT NULL, evaluated_at TEXT NOT NULL,
  created_at TEXT NOT NULL, source_run_id TEXT NOT NULL, schema_version INTEGER NOT NULL) {strict};
