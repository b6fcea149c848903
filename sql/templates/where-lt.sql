{column} < {value}
