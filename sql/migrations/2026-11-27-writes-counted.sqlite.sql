-- How many claims and flags there are by each value of a column, kept by whoever writes them. value_parts is the share of each document, value_counts the sum of the shares,
-- value_changes the documents whose share is to be counted anew before their transaction ends (triggers note them, so that nobody who writes can forget to), value_work those that are being counted.
CREATE TABLE value_changes (document_id TEXT NOT NULL, writer INTEGER NOT NULL, PRIMARY KEY (document_id, writer)) STRICT, WITHOUT ROWID;
CREATE TABLE value_work (document_id TEXT NOT NULL, writer INTEGER NOT NULL, PRIMARY KEY (document_id, writer)) STRICT, WITHOUT ROWID;
CREATE TABLE value_parts (
  document_id TEXT NOT NULL,
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  status TEXT NOT NULL,
  value TEXT NOT NULL,
  has_value INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (document_id, table_name, column_name, status, value, has_value)
) STRICT, WITHOUT ROWID;
CREATE TABLE value_counts (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  status TEXT NOT NULL,
  value TEXT NOT NULL,
  has_value INTEGER NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (table_name, column_name, status, value, has_value)
) STRICT, WITHOUT ROWID;
CREATE INDEX value_counts_at_nought ON value_counts (number) WHERE number = 0;
INSERT INTO value_changes (document_id, writer) SELECT id, 0 FROM documents;

CREATE TRIGGER claims_counted_insert AFTER INSERT ON claims BEGIN
  INSERT INTO value_changes (document_id, writer) SELECT new.document_id, 0 WHERE NOT EXISTS (SELECT 1 FROM value_changes WHERE document_id = new.document_id AND writer = 0);
END;
CREATE TRIGGER claims_counted_delete AFTER DELETE ON claims BEGIN
  INSERT INTO value_changes (document_id, writer) SELECT old.document_id, 0 WHERE NOT EXISTS (SELECT 1 FROM value_changes WHERE document_id = old.document_id AND writer = 0);
END;
CREATE TRIGGER claims_counted_update AFTER UPDATE OF id, version_id, document_id, type, strength, certainty, polarity, assert_mode, asserter, place, is_headline ON claims BEGIN
  INSERT INTO value_changes (document_id, writer)
  SELECT x.id, 0 FROM (SELECT old.document_id AS id UNION SELECT new.document_id UNION SELECT v.document_id FROM flags f JOIN versions v ON v.id = f.version_id WHERE f.claim_id IN (old.id, new.id)) x
  WHERE NOT EXISTS (SELECT 1 FROM value_changes c WHERE c.document_id = x.id AND c.writer = 0);
END;

CREATE TRIGGER claim_supports_counted_insert AFTER INSERT ON claim_supports BEGIN
  INSERT INTO value_changes (document_id, writer) SELECT k.document_id, 0 FROM claims k WHERE k.id = new.claim_id AND NOT EXISTS (SELECT 1 FROM value_changes c WHERE c.document_id = k.document_id AND c.writer = 0);
END;
CREATE TRIGGER claim_supports_counted_delete AFTER DELETE ON claim_supports BEGIN
  INSERT INTO value_changes (document_id, writer) SELECT k.document_id, 0 FROM claims k WHERE k.id = old.claim_id AND NOT EXISTS (SELECT 1 FROM value_changes c WHERE c.document_id = k.document_id AND c.writer = 0);
END;
CREATE TRIGGER claim_supports_counted_update AFTER UPDATE OF claim_id, warrant ON claim_supports BEGIN
  INSERT INTO value_changes (document_id, writer)
  SELECT DISTINCT k.document_id, 0 FROM claims k WHERE k.id IN (old.claim_id, new.claim_id) AND NOT EXISTS (SELECT 1 FROM value_changes c WHERE c.document_id = k.document_id AND c.writer = 0);
END;

CREATE TRIGGER flags_counted_insert AFTER INSERT ON flags BEGIN
  INSERT INTO value_changes (document_id, writer) SELECT v.document_id, 0 FROM versions v WHERE v.id = new.version_id AND NOT EXISTS (SELECT 1 FROM value_changes c WHERE c.document_id = v.document_id AND c.writer = 0);
END;
CREATE TRIGGER flags_counted_delete AFTER DELETE ON flags BEGIN
  INSERT INTO value_changes (document_id, writer) SELECT v.document_id, 0 FROM versions v WHERE v.id = old.version_id AND NOT EXISTS (SELECT 1 FROM value_changes c WHERE c.document_id = v.document_id AND c.writer = 0);
END;
CREATE TRIGGER flags_counted_update AFTER UPDATE OF release_id, code, kind, severity, status, asserter, claim_id, version_id ON flags BEGIN
  INSERT INTO value_changes (document_id, writer)
  SELECT DISTINCT v.document_id, 0 FROM versions v WHERE v.id IN (old.version_id, new.version_id) AND NOT EXISTS (SELECT 1 FROM value_changes c WHERE c.document_id = v.document_id AND c.writer = 0);
END;

CREATE TRIGGER documents_counted_delete AFTER DELETE ON documents BEGIN
  INSERT INTO value_changes (document_id, writer) SELECT old.id, 0 WHERE NOT EXISTS (SELECT 1 FROM value_changes c WHERE c.document_id = old.id AND c.writer = 0);
END;
CREATE TRIGGER documents_counted_update AFTER UPDATE OF kind, publisher, current_version_id ON documents
WHEN old.kind IS NOT new.kind OR old.publisher IS NOT new.publisher OR old.current_version_id IS NOT new.current_version_id BEGIN
  INSERT INTO value_changes (document_id, writer) SELECT new.id, 0 WHERE NOT EXISTS (SELECT 1 FROM value_changes c WHERE c.document_id = new.id AND c.writer = 0);
END;
CREATE TRIGGER releases_counted_update AFTER UPDATE OF title ON releases WHEN old.title IS NOT new.title BEGIN
  INSERT INTO value_changes (document_id, writer)
  SELECT DISTINCT v.document_id, 0 FROM flags f JOIN versions v ON v.id = f.version_id WHERE f.release_id = new.id AND NOT EXISTS (SELECT 1 FROM value_changes c WHERE c.document_id = v.document_id AND c.writer = 0);
END;
