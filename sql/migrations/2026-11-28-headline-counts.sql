-- How much texts of each kind claim in prominent places, kept with the other numbers: to count a million claims takes longer than a reader's statement may run.
INSERT INTO value_parts (document_id, table_name, column_name, status, value, has_value, number)
SELECT c.document_id, 'headlines', m.column_name, c.document_kind, c.strength, 1, COUNT(*)
FROM claims_v c CROSS JOIN (SELECT 'claims' AS column_name UNION ALL SELECT 'judged' UNION ALL SELECT 'flagged') m
WHERE c.is_headline = 1 AND (m.column_name = 'claims' OR (m.column_name = 'judged' AND c.warrant IS NOT NULL) OR (m.column_name = 'flagged' AND c.flags > 0))
GROUP BY c.document_id, m.column_name, c.document_kind, c.strength;
INSERT INTO value_counts (table_name, column_name, status, value, has_value, number)
SELECT p.table_name, p.column_name, p.status, p.value, p.has_value, SUM(p.number) FROM value_parts p WHERE p.table_name = 'headlines' GROUP BY p.table_name, p.column_name, p.status, p.value, p.has_value;

-- While something is not counted yet, the rows themselves are; the join begins with what is not, so that no claim is read otherwise.
CREATE VIEW headlines_v AS
SELECT n.status AS document_kind, n.value AS strength, CAST(SUM(CASE WHEN n.column_name = 'claims' THEN n.number ELSE 0 END) AS BIGINT) AS claims,
  CAST(SUM(CASE WHEN n.column_name = 'judged' THEN n.number ELSE 0 END) AS BIGINT) AS judged, CAST(SUM(CASE WHEN n.column_name = 'flagged' THEN n.number ELSE 0 END) AS BIGINT) AS flagged
FROM value_counts n WHERE n.table_name = 'headlines' AND NOT EXISTS (SELECT 1 FROM value_changes) GROUP BY n.status, n.value
UNION ALL
SELECT c.document_kind, c.strength, COUNT(*), COUNT(c.warrant), SUM(CASE WHEN c.flags > 0 THEN 1 ELSE 0 END)
FROM (SELECT 1 FROM value_changes LIMIT 1) w CROSS JOIN claims_v c WHERE c.is_headline = 1 GROUP BY c.document_kind, c.strength;
