SELECT {columns} FROM (SELECT {keys} FROM {source} WHERE {conditions} ORDER BY {order} LIMIT @limit OFFSET @skip) k JOIN {view} q ON q.{id} = k.{id} ORDER BY {order};
