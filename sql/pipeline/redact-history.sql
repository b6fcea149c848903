UPDATE flag_history SET rationale = '', speaks_for_authors = NULL
WHERE version_id IN (SELECT v.id FROM versions v WHERE v.document_id = @Document)
  OR flag_id IN (SELECT q.flag_id FROM flag_quotes q JOIN versions v ON v.id = q.version_id WHERE v.document_id = @Document)
  OR flag_id IN (SELECT e.flag_id FROM exculpations e JOIN versions v ON v.id = e.version_id WHERE v.document_id = @Document);
