SELECT document_id FROM value_changes LIMIT 1;
