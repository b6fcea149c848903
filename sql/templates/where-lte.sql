{column} <= {value}
