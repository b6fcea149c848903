SELECT t.name AS table_name, c.name AS column_name
FROM pragma_table_list t JOIN pragma_table_info(t.name) c
WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\' AND t.name <> 'schema_migrations' AND t.name NOT LIKE 'value\_%' ESCAPE '\'
ORDER BY t.name, c.name;
