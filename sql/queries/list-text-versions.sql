SELECT v.id, v.created_at, v.text_sha256 FROM versions v WHERE v.document_id = @Document ORDER BY v.created_at DESC, v.id;
