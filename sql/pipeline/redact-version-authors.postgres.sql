UPDATE versions SET document = CAST(jsonb_set(CAST(document AS jsonb), '{authors}', '[]') - 'asserter' AS TEXT) WHERE document_id = @Document;
