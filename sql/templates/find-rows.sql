SELECT {columns} FROM (SELECT {keys} FROM {source} WHERE {conditions} ORDER BY {inner} LIMIT @limit OFFSET @skip) k CROSS JOIN {view} q WHERE q.{id} = k.{id} ORDER BY {order};
