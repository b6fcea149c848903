SELECT (SELECT COUNT(*) FROM versions WHERE created_at >= @From AND created_at < @Until) AS documents,
  (SELECT COUNT(*) FROM claims WHERE created_at >= @From AND created_at < @Until) AS claims,
  (SELECT COUNT(*) FROM flags WHERE status IN ('open', 'confirmed', 'reduced') AND created_at >= @From AND created_at < @Until) AS flags;
