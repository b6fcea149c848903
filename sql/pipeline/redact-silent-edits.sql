DELETE FROM silent_edits WHERE source_document_id = @Document OR version_id IN (SELECT id FROM versions WHERE document_id = @Document);
