SELECT r.document_id, d.title, d.url, r.reason, r.redacted_by, r.redacted_at FROM redactions r JOIN documents d ON d.id = r.document_id WHERE r.document_id = @Document;
