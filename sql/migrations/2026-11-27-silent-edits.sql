-- Quotations that stand in no archived version of the document that they are credited to: events, never flags.
CREATE TABLE silent_edits (
  id TEXT NOT NULL PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
  source_document_id TEXT NOT NULL REFERENCES documents (id),
  version_id TEXT NOT NULL REFERENCES versions (id),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL,
  compared INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};
CREATE INDEX silent_edits_by_release ON silent_edits (release_id);
CREATE INDEX silent_edits_by_source ON silent_edits (source_document_id);
CREATE INDEX silent_edits_by_version ON silent_edits (version_id);
