-- The latest of each file and engine.
SELECT e.name, e.sha256, e.engine, e.versions, e.score, e.evaluated_at FROM case_evaluations e
WHERE NOT EXISTS (SELECT 1 FROM case_evaluations l WHERE l.name = e.name AND l.engine = e.engine AND (l.evaluated_at > e.evaluated_at OR (l.evaluated_at = e.evaluated_at AND l.id > e.id)))
ORDER BY e.name, e.engine;
