(WITH r AS MATERIALIZED (SELECT h.id AS search_id, bm25(claims_search) AS search_rank FROM claims_search h WHERE claims_search MATCH @search LIMIT @best)
  SELECT r.search_id, r.search_rank FROM r) s CROSS JOIN {view} q ON q.{key} = s.search_id
