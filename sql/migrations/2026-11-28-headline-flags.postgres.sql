-- A flag counts with the document of its claim too, which may be another than that of its version.
CREATE FUNCTION note_claim_of_flag() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'DELETE' THEN INSERT INTO value_changes SELECT k.document_id, txid_current() FROM claims k WHERE k.id = NEW.claim_id ON CONFLICT DO NOTHING; END IF;
  IF TG_OP <> 'INSERT' THEN INSERT INTO value_changes SELECT k.document_id, txid_current() FROM claims k WHERE k.id = OLD.claim_id ON CONFLICT DO NOTHING; END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER flags_counted_claim AFTER INSERT OR DELETE OR UPDATE OF status, claim_id ON flags FOR EACH ROW EXECUTE FUNCTION note_claim_of_flag();

-- A stored statement of old reads a view that readers' logins were not granted: who may read the claims may read how many there are.
DO $$
DECLARE one RECORD;
BEGIN
  FOR one IN SELECT r.rolname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee
    WHERE n.nspname = CURRENT_SCHEMA() AND c.relname = 'claims_v' AND a.privilege_type = 'SELECT' AND a.grantee <> c.relowner
  LOOP
    EXECUTE format('GRANT SELECT ON headlines_v TO %I', one.rolname);
  END LOOP;
END $$;
