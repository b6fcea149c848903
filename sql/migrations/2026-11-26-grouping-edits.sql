-- People's corrections of which documents make up a release. They name documents by address, so that they hold whatever else is grouped anew.
CREATE TABLE grouping_edits (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  document_url TEXT NOT NULL,
  into_url TEXT,
  made_by TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_at TEXT NOT NULL,
  undone_at TEXT,
  undone_by TEXT
) {strict};
