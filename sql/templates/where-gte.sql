{column} >= {value}
