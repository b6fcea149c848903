SELECT COUNT(*) AS number FROM flags f
WHERE f.severity >= 4 AND f.raised_by = 'system' AND f.status IN ('open', 'confirmed', 'reduced', 'reattributed')
  AND (SELECT COUNT(DISTINCT w.reviewer) FROM reviews w WHERE w.flag_id = f.id AND w.verdict IN ('confirm', 'reduce', 'reattribute')) < 2;
