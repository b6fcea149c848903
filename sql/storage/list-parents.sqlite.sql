SELECT DISTINCT t.name AS table_name, f."table" AS parent
FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f
WHERE t.schema = 'main' AND t.type = 'table' AND f."table" <> t.name;
