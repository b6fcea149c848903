{view} q JOIN (SELECT h.id AS search_id, bm25(prior_works_search) AS search_rank FROM prior_works_search h WHERE prior_works_search MATCH @search) s ON s.search_id = q.{key}
