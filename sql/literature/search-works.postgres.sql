WITH asked AS (SELECT websearch_to_tsquery('english', @Words) AS words),
found AS (
  SELECT w.*, setweight(to_tsvector('english', w.title), 'A') || setweight(to_tsvector('english', w.authors || ' ' || w.summary || ' ' || w.tags || ' ' || COALESCE(w.abstract, '')), 'B') AS words
  FROM prior_works w
  WHERE (setweight(to_tsvector('english', w.title), 'A') || setweight(to_tsvector('english', w.authors || ' ' || w.summary || ' ' || w.tags || ' ' || COALESCE(w.abstract, '')), 'B')) @@ (SELECT words FROM asked)
    AND (CAST(@PublicBy AS TEXT) IS NULL OR w.first_public <= @PublicBy)
)
SELECT f.id, f.title, f.authors, f.year, f.first_public, f.venue, f.arxiv, f.doi, f.url, f.tags, f.summary, f.bears_on, f.contested_by, f.peer_reviewed, f.verified,
  f.abstract, f.openreview, f.origin, f.verified_by, f.statuses, CAST(ts_rank(f.words, asked.words, 1) AS DOUBLE PRECISION) AS score
FROM found f, asked
ORDER BY score DESC, f.id LIMIT @Limit;
