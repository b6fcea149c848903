SELECT {columns} FROM {source} WHERE {conditions} ORDER BY {order} LIMIT @limit OFFSET @skip;
