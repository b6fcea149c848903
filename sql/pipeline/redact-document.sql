UPDATE documents SET authors = '[]' WHERE id = @Document;
