SELECT CAST(COALESCE(SUM(q.number), 0) AS BIGINT) AS number
FROM value_counts q WHERE q.table_name = @counted AND q.column_name = @counted_column AND {conditions}
HAVING NOT EXISTS (SELECT 1 FROM value_changes);
