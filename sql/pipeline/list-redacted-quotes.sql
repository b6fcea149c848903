SELECT c.quote FROM claims c WHERE c.document_id = @Document
UNION SELECT p.quote FROM past_claims p WHERE p.document_id = @Document
UNION SELECT c.quote FROM caveats c JOIN versions v ON v.id = c.version_id WHERE v.document_id = @Document
UNION SELECT q.quote FROM flag_quotes q JOIN versions v ON v.id = q.version_id WHERE v.document_id = @Document
UNION SELECT e.text FROM exculpations e JOIN versions v ON v.id = e.version_id WHERE v.document_id = @Document
UNION SELECT x.quote FROM experiments x JOIN versions v ON v.id = x.version_id WHERE v.document_id = @Document
UNION SELECT t.quote FROM silent_edits t JOIN versions v ON v.id = t.version_id WHERE v.document_id = @Document
UNION SELECT i.quote FROM asserted_influences i JOIN versions v ON v.id = i.version_id WHERE v.document_id = @Document
UNION SELECT s.quote FROM cited_supports s JOIN versions v ON v.id = s.version_id WHERE v.document_id = @Document AND s.quote IS NOT NULL;
