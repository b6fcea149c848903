LOWER({column}) LIKE '%' || LOWER({value}) || '%' ESCAPE '!'
