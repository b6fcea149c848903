SELECT release_id, document_id, relation FROM release_documents ORDER BY release_id, document_id;
