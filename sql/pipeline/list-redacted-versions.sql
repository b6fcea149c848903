SELECT v.id, v.text, v.text_sha256, r.document_id FROM versions v JOIN redactions r ON r.document_id = v.document_id WHERE CAST(@Document AS TEXT) IS NULL OR v.document_id = @Document ORDER BY v.id;
