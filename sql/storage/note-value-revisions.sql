INSERT INTO value_revisions (document_id, revision)
SELECT w.document_id, (SELECT COALESCE(MAX(r.revision), 0) + 1 FROM value_revisions r) FROM (SELECT DISTINCT document_id FROM value_work) w WHERE 1 = 1
ON CONFLICT (document_id) DO UPDATE SET revision = excluded.revision;
