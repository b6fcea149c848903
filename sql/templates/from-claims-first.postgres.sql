{view} q JOIN (SELECT h.id AS search_id, CAST(-ts_rank(to_tsvector('english', h.quote || ' ' || h.normalised), websearch_to_tsquery('english', @search)) AS DOUBLE PRECISION) AS search_rank
  FROM (SELECT c.id, c.quote, c.normalised FROM claims c WHERE to_tsvector('english', c.quote || ' ' || c.normalised) @@ websearch_to_tsquery('english', @search) LIMIT @best) h) s ON s.search_id = q.{key}
