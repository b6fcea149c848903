SELECT c.table_name AS view_name, c.column_name AS column_name
FROM information_schema.columns c JOIN information_schema.views v ON v.table_schema = c.table_schema AND v.table_name = c.table_name
WHERE c.table_schema = CURRENT_SCHEMA() AND c.table_name LIKE '%!_v' ESCAPE '!'
ORDER BY c.table_name, c.ordinal_position;
