SELECT id FROM versions ORDER BY id;
