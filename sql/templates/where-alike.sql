LOWER({column}) = LOWER({value})
