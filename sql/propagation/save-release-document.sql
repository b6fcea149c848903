INSERT INTO release_documents (release_id, document_id, relation) VALUES (@ReleaseId, @DocumentId, @Relation);
