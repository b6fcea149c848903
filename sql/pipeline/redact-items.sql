UPDATE items SET metadata = '{}' WHERE document_id = @Document;
