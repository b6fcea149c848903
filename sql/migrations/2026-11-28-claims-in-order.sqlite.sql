-- Lists stand in the order of their documents' addresses. With this index, and with the shape of the tables told (some fifty claims to a document: what ANALYZE would find, but not found anew with every
-- change), a page reads the documents in their order and stops when it is full; the planner's own guess reads and orders every claim.
CREATE INDEX documents_by_url ON documents (url);
ANALYZE sqlite_schema;
DELETE FROM sqlite_stat1 WHERE tbl IN ('claims', 'documents');
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
  ('claims', 'sqlite_autoindex_claims_1', '1000000 1'), ('claims', 'claims_by_document', '1000000 50'), ('claims', 'claims_by_version', '1000000 50 1'),
  ('documents', 'sqlite_autoindex_documents_1', '20000 1'), ('documents', 'sqlite_autoindex_documents_2', '20000 1'), ('documents', 'documents_by_url', '20000 1');
ANALYZE sqlite_schema;
