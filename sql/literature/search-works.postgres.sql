WITH asked AS (SELECT websearch_to_tsquery('english', @Words) AS words)
SELECT w.id, w.title, w.authors, w.year, w.first_public, w.venue, w.arxiv, w.doi, w.url, w.tags, w.summary, w.bears_on, w.contested_by, w.peer_reviewed, w.verified,
  CAST(ts_rank(setweight(to_tsvector('english', w.title), 'A') || setweight(to_tsvector('english', w.authors || ' ' || w.summary || ' ' || w.tags), 'B'), asked.words, 1) AS DOUBLE PRECISION) AS score
FROM prior_works w, asked
WHERE to_tsvector('english', w.title || ' ' || w.authors || ' ' || w.summary || ' ' || w.tags) @@ asked.words
  AND (CAST(@PublicBy AS TEXT) IS NULL OR w.first_public <= @PublicBy)
ORDER BY score DESC, w.id LIMIT @Limit;
