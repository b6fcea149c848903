SELECT CASE WHEN q.has_value = 1 THEN q.value END AS value, CAST(SUM(q.number) AS BIGINT) AS number
FROM value_counts q WHERE q.table_name = @counted AND q.column_name = @counted_column AND NOT EXISTS (SELECT 1 FROM value_changes) AND {conditions}
GROUP BY q.has_value, q.value ORDER BY SUM(q.number) DESC, CASE WHEN q.has_value = 1 THEN q.value END LIMIT @limit;
