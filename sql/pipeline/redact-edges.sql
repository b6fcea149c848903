DELETE FROM propagation_edges WHERE upstream_document_id = @Document OR downstream_document_id = @Document;
