SELECT {column} AS value, COUNT(*) AS number FROM {source} WHERE {conditions} GROUP BY {column} ORDER BY COUNT(*) DESC, {column} LIMIT @limit;
