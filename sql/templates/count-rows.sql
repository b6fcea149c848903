SELECT COUNT(*) AS number FROM {source} WHERE {conditions};
