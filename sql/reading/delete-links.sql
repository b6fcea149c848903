DELETE FROM document_links WHERE version_id = @VersionId;
