INSERT INTO value_counts (table_name, column_name, status, value, has_value, number)
SELECT p.table_name, p.column_name, p.status, p.value, p.has_value, SUM(p.number * @Sign) FROM value_parts p
WHERE p.document_id IN (SELECT w.document_id FROM value_work w)
GROUP BY p.table_name, p.column_name, p.status, p.value, p.has_value
ON CONFLICT (table_name, column_name, status, value, has_value) DO UPDATE SET number = value_counts.number + excluded.number;
