SELECT f.id, f.code, f.assessed_status, f.assessed_severity, f.assessed_asserter, d.publisher
FROM flags f JOIN versions v ON v.id = f.version_id JOIN documents d ON d.id = v.document_id
WHERE (f.release_id = @ReleaseId OR f.id = @FlagId) AND EXISTS (SELECT 1 FROM reviews w WHERE w.flag_id = f.id);
