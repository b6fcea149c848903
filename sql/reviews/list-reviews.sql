SELECT w.flag_id, w.reviewer, w.affiliation, w.reviewed_at, w.verdict, w.reason, w.severity, w.owner, w.note, CASE WHEN f.raised_by = 'system' THEN f.code END AS code
FROM reviews w LEFT JOIN flags f ON f.id = w.flag_id
WHERE CAST(@FlagId AS TEXT) IS NULL OR w.flag_id = @FlagId
ORDER BY w.reviewed_at, w.flag_id, w.number;
