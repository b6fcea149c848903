-- How many claims and flags there are by each value of a column, kept by whoever writes them. value_parts is the share of each document, value_counts the sum of the shares,
-- value_changes the documents whose share is to be counted anew before their transaction ends (triggers note them, so that nobody who writes can forget to), value_work those that are being counted. Each transaction
-- notes its own, so that none waits for another.
CREATE TABLE value_changes (document_id TEXT NOT NULL, writer BIGINT NOT NULL, PRIMARY KEY (document_id, writer));
CREATE TABLE value_work (document_id TEXT NOT NULL, writer BIGINT NOT NULL, PRIMARY KEY (document_id, writer));
CREATE TABLE value_parts (
  document_id TEXT NOT NULL,
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  status TEXT NOT NULL,
  value TEXT NOT NULL,
  has_value INTEGER NOT NULL,
  number BIGINT NOT NULL,
  PRIMARY KEY (document_id, table_name, column_name, status, value, has_value)
);
CREATE TABLE value_counts (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  status TEXT NOT NULL,
  value TEXT NOT NULL,
  has_value INTEGER NOT NULL,
  number BIGINT NOT NULL,
  PRIMARY KEY (table_name, column_name, status, value, has_value)
);
CREATE INDEX value_counts_at_nought ON value_counts (number) WHERE number = 0;
INSERT INTO value_changes (document_id, writer) SELECT id, 0 FROM documents;

CREATE FUNCTION note_value_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'claims' THEN
    IF TG_OP <> 'DELETE' THEN INSERT INTO value_changes VALUES (NEW.document_id, txid_current()) ON CONFLICT DO NOTHING; END IF;
    IF TG_OP <> 'INSERT' THEN INSERT INTO value_changes VALUES (OLD.document_id, txid_current()) ON CONFLICT DO NOTHING; END IF;
    IF TG_OP = 'UPDATE' THEN
      INSERT INTO value_changes SELECT DISTINCT v.document_id, txid_current() FROM flags f JOIN versions v ON v.id = f.version_id WHERE f.claim_id IN (OLD.id, NEW.id) ON CONFLICT DO NOTHING;
    END IF;
  ELSIF TG_TABLE_NAME = 'claim_supports' THEN
    IF TG_OP <> 'DELETE' THEN INSERT INTO value_changes SELECT k.document_id, txid_current() FROM claims k WHERE k.id = NEW.claim_id ON CONFLICT DO NOTHING; END IF;
    IF TG_OP <> 'INSERT' THEN INSERT INTO value_changes SELECT k.document_id, txid_current() FROM claims k WHERE k.id = OLD.claim_id ON CONFLICT DO NOTHING; END IF;
  ELSIF TG_TABLE_NAME = 'flags' THEN
    IF TG_OP <> 'DELETE' THEN INSERT INTO value_changes SELECT v.document_id, txid_current() FROM versions v WHERE v.id = NEW.version_id ON CONFLICT DO NOTHING; END IF;
    IF TG_OP <> 'INSERT' THEN INSERT INTO value_changes SELECT v.document_id, txid_current() FROM versions v WHERE v.id = OLD.version_id ON CONFLICT DO NOTHING; END IF;
  ELSIF TG_TABLE_NAME = 'documents' THEN
    INSERT INTO value_changes VALUES (OLD.id, txid_current()) ON CONFLICT DO NOTHING;
  ELSE
    INSERT INTO value_changes SELECT DISTINCT v.document_id, txid_current() FROM flags f JOIN versions v ON v.id = f.version_id WHERE f.release_id = NEW.id ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER claims_counted AFTER INSERT OR DELETE OR UPDATE OF id, version_id, document_id, type, strength, certainty, polarity, assert_mode, asserter, place, is_headline ON claims FOR EACH ROW EXECUTE FUNCTION note_value_change();
CREATE TRIGGER claim_supports_counted AFTER INSERT OR DELETE OR UPDATE OF claim_id, warrant ON claim_supports FOR EACH ROW EXECUTE FUNCTION note_value_change();
CREATE TRIGGER flags_counted AFTER INSERT OR DELETE OR UPDATE OF release_id, code, kind, severity, status, asserter, claim_id, version_id ON flags FOR EACH ROW EXECUTE FUNCTION note_value_change();
CREATE TRIGGER documents_counted_delete AFTER DELETE ON documents FOR EACH ROW EXECUTE FUNCTION note_value_change();
CREATE TRIGGER documents_counted_update AFTER UPDATE OF kind, publisher, current_version_id ON documents FOR EACH ROW
WHEN (OLD.kind IS DISTINCT FROM NEW.kind OR OLD.publisher IS DISTINCT FROM NEW.publisher OR OLD.current_version_id IS DISTINCT FROM NEW.current_version_id) EXECUTE FUNCTION note_value_change();
CREATE TRIGGER releases_counted_update AFTER UPDATE OF title ON releases FOR EACH ROW WHEN (OLD.title IS DISTINCT FROM NEW.title) EXECUTE FUNCTION note_value_change();
