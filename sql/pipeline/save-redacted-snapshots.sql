INSERT INTO redacted_snapshots (snapshot_id, document_id, item_key, sha256)
SELECT s.id, @Document, s.item_key, s.sha256 FROM snapshots s
WHERE s.item_key IN (SELECT o.item_key FROM snapshots o JOIN versions v ON v.snapshot_id = o.id WHERE v.document_id = @Document)
ON CONFLICT (snapshot_id) DO NOTHING;
