{column} IS NOT NULL
