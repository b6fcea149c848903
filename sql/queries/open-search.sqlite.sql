SELECT (SELECT COUNT(*) FROM claims_search WHERE rowid < 0) + (SELECT COUNT(*) FROM prior_works_search WHERE rowid < 0) AS number;
