CREATE TABLE {table} ({columns});
