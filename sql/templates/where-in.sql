{column} IN ({values})
