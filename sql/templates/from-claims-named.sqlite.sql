(WITH r AS MATERIALIZED (SELECT h.id AS search_id, bm25(claims_search) AS search_rank
  FROM (SELECT j.value AS place FROM json_each(@places) j UNION SELECT n.rowid FROM claims_search n WHERE n.claims_search MATCH @search AND n.rowid > @newest) b CROSS JOIN claims_search h ON h.rowid = b.place
  WHERE h.claims_search MATCH @search) SELECT r.search_id, r.search_rank FROM r) s CROSS JOIN {view} q ON q.{key} = s.search_id
