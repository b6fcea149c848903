-- What each call of a language model cost, and for which document; kept answers cost nothing and are not here.
CREATE TABLE llm_calls (
  id TEXT NOT NULL PRIMARY KEY,
  called_at TEXT NOT NULL,
  purpose TEXT NOT NULL,
  model TEXT NOT NULL,
  version_id TEXT,
  outcome TEXT NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  cost {double} NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL
) {strict};
CREATE INDEX llm_calls_by_time ON llm_calls (called_at);
