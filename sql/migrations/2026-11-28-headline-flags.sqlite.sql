-- A flag counts with the document of its claim too, which may be another than that of its version.
CREATE TRIGGER flags_counted_claim_insert AFTER INSERT ON flags WHEN new.claim_id IS NOT NULL BEGIN
  INSERT INTO value_changes (document_id, writer) SELECT k.document_id, 0 FROM claims k WHERE k.id = new.claim_id AND NOT EXISTS (SELECT 1 FROM value_changes c WHERE c.document_id = k.document_id AND c.writer = 0);
END;
CREATE TRIGGER flags_counted_claim_delete AFTER DELETE ON flags WHEN old.claim_id IS NOT NULL BEGIN
  INSERT INTO value_changes (document_id, writer) SELECT k.document_id, 0 FROM claims k WHERE k.id = old.claim_id AND NOT EXISTS (SELECT 1 FROM value_changes c WHERE c.document_id = k.document_id AND c.writer = 0);
END;
CREATE TRIGGER flags_counted_claim_update AFTER UPDATE OF status, claim_id ON flags BEGIN
  INSERT INTO value_changes (document_id, writer)
  SELECT DISTINCT k.document_id, 0 FROM claims k WHERE k.id IN (old.claim_id, new.claim_id) AND NOT EXISTS (SELECT 1 FROM value_changes c WHERE c.document_id = k.document_id AND c.writer = 0);
END;
