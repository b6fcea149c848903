(WITH m AS MATERIALIZED (SELECT rowid AS place, bm25(claims_search) AS search_rank FROM claims_search WHERE claims_search MATCH @search),
  r AS MATERIALIZED (SELECT h.id AS search_id, b.search_rank FROM m b CROSS JOIN claims_search h ON h.rowid = b.place WHERE b.search_rank <= COALESCE((SELECT n.search_rank FROM m n ORDER BY n.search_rank LIMIT 1 OFFSET @best), 0))
  SELECT r.search_id, r.search_rank FROM r) s CROSS JOIN {view} q ON q.{key} = s.search_id
