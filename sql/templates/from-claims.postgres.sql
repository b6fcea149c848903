{view} q JOIN (SELECT h.id AS search_id, CAST(-ts_rank(to_tsvector('english', h.quote || ' ' || h.normalised), websearch_to_tsquery('english', @search)) AS DOUBLE PRECISION) AS search_rank
  FROM claims h WHERE to_tsvector('english', h.quote || ' ' || h.normalised) @@ websearch_to_tsquery('english', @search)) s ON s.search_id = q.{key}
