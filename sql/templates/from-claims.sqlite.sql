{view} q JOIN (SELECT h.id AS search_id, bm25(claims_search) AS search_rank FROM claims_search h WHERE claims_search MATCH @search) s ON s.search_id = q.{key}
