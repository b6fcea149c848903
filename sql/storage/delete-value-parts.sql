DELETE FROM value_parts WHERE document_id IN (SELECT w.document_id FROM value_work w);
