-- Which documents had something counted changed of late: whoever holds the counted values in memory reads these alone anew.
CREATE TABLE value_revisions (document_id TEXT NOT NULL PRIMARY KEY, revision INTEGER NOT NULL) {strict};
CREATE INDEX value_revisions_in_order ON value_revisions (revision);
