(SELECT d.id AS walked_id, d.url AS document_url FROM documents d INDEXED BY documents_by_url) w CROSS JOIN {view} q ON q.document_id = w.walked_id
