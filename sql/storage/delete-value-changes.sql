DELETE FROM value_changes WHERE EXISTS (SELECT 1 FROM value_work w WHERE w.document_id = value_changes.document_id AND w.writer = value_changes.writer);
