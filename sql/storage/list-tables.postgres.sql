SELECT c.table_name AS table_name, c.column_name AS column_name
FROM information_schema.columns c JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
WHERE t.table_schema = current_schema() AND t.table_type = 'BASE TABLE' AND t.table_name NOT LIKE 'qrtz\_%' AND t.table_name <> 'schema_migrations' AND t.table_name NOT LIKE 'value\_%'
ORDER BY c.table_name COLLATE "C", c.column_name COLLATE "C";
