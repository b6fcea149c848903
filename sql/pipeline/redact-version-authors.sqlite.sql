UPDATE versions SET document = json_remove(json_set(document, '$.authors', json('[]')), '$.asserter') WHERE document_id = @Document;
