(WITH b AS (SELECT json_extract(j.value, '$[0]') AS place, json_extract(j.value, '$[1]') AS search_rank, 1 AS is_held FROM json_each(@places) j
    UNION ALL SELECT n.rowid, bm25(claims_search), 0 FROM claims_search n WHERE n.claims_search MATCH @search AND n.rowid > @newest),
  r AS MATERIALIZED (SELECT h.id AS search_id, b.search_rank, b.is_held FROM b CROSS JOIN claims_search h ON h.rowid = b.place)
  SELECT r.search_id, r.search_rank, r.is_held FROM r) s CROSS JOIN {view} q
  ON q.{key} = s.search_id AND (s.is_held = 0 OR NOT EXISTS (SELECT 1 FROM value_revisions c WHERE c.document_id = q.document_id AND c.revision > @revision))
