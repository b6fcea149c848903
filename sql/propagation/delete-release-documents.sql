DELETE FROM release_documents WHERE release_id = @ReleaseId;
