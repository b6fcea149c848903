DELETE FROM asserted_influences WHERE upstream_document_id = @Document OR downstream_document_id = @Document OR version_id IN (SELECT id FROM versions WHERE document_id = @Document);
