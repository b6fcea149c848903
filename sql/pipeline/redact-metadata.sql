UPDATE snapshots SET metadata = '{}' WHERE id IN (SELECT v.snapshot_id FROM versions v WHERE v.document_id = @Document);
