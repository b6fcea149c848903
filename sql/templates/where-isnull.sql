{column} IS NULL
