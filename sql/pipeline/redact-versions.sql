UPDATE versions SET text = '', tables = '[]', discussion = '{"comments":[]}', titles = '[]', dates = '[]', findings = '[]' WHERE document_id = @Document;
