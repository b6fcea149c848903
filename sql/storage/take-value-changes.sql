INSERT INTO value_work (document_id, writer) SELECT document_id, writer FROM value_changes;
