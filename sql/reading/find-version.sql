SELECT id, snapshot_id, document, text, text_sha256, extraction_method, findings, tables, discussion, titles, dates FROM versions WHERE id = @Id;
