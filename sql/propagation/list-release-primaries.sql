-- A work with two identities has two primary documents; the release's id follows from the address of the one that it is named after.
SELECT d.canonical_url FROM release_documents m JOIN documents d ON d.id = m.document_id WHERE m.release_id = @Id AND m.relation = 'primary' ORDER BY d.canonical_url;
