-- Lists of claims come in the order of the addresses of their documents: with these in order the first claims are found without sorting all.
CREATE INDEX documents_by_url ON documents (url, id);
