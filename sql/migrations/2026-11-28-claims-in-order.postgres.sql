-- Lists stand in the order of their documents' addresses.
CREATE INDEX documents_by_url ON documents (url);
