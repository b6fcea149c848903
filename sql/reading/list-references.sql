SELECT number, text, start_offset, end_offset, title, authors, year, doi, arxiv, url, label FROM document_references WHERE version_id = @VersionId ORDER BY number;
