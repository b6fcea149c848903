INSERT INTO document_links (version_id, number, start_offset, end_offset, url) VALUES (@VersionId, @Number, @Start, @End, @Url);
