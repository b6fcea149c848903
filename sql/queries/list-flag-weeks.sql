SELECT SUBSTR(v.created_at, 1, 10) AS day, f.kind AS kind, COUNT(*) AS number
FROM flags f JOIN versions v ON v.id = f.version_id
WHERE f.raised_by = 'system' AND f.status IN ('open', 'confirmed', 'reduced') AND v.created_at >= @From AND v.created_at < @Until
GROUP BY SUBSTR(v.created_at, 1, 10), f.kind;
