SELECT COALESCE((SELECT MAX(r.revision) FROM value_revisions r), 0) AS revision, CASE WHEN EXISTS (SELECT 1 FROM value_changes) THEN 1 ELSE 0 END AS is_behind;
