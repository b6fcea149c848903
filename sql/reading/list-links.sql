SELECT start_offset, end_offset, url FROM document_links WHERE version_id = @VersionId ORDER BY number;
