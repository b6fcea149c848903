SELECT v.name AS view_name, c.name AS column_name FROM sqlite_master v JOIN pragma_table_info(v.name) c WHERE v.type = 'view' AND v.name LIKE '%!_v' ESCAPE '!' ORDER BY v.name, c.cid;
