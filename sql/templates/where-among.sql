LOWER({column}) IN ({values})
