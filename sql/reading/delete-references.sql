DELETE FROM document_references WHERE version_id = @VersionId;
