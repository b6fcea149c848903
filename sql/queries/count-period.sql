SELECT (SELECT COUNT(*) FROM versions WHERE created_at >= @From AND created_at < @Until) AS documents,
  (SELECT COUNT(*) FROM claims WHERE created_at >= @From AND created_at < @Until) AS claims,
  (SELECT COUNT(*) FROM flags f JOIN versions v ON v.id = f.version_id WHERE f.raised_by = 'system' AND f.status IN ('open', 'confirmed', 'reduced') AND v.created_at >= @From AND v.created_at < @Until) AS flags;
