{column} IS DISTINCT FROM {value}
