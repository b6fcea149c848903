WITH best AS (
  SELECT s.id, -bm25(prior_works_search, 0, 2, 1, 1, 1, 1) AS score
  FROM prior_works_search s
  WHERE prior_works_search MATCH @Words
    AND (CAST(@PublicBy AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM prior_works w WHERE w.id = s.id AND w.first_public <= @PublicBy))
  ORDER BY score DESC, s.id
  LIMIT @Limit
)
SELECT w.id, w.title, w.authors, w.year, w.first_public, w.venue, w.arxiv, w.doi, w.url, w.tags, w.summary, w.bears_on, w.contested_by, w.peer_reviewed, w.verified,
  w.abstract, w.openreview, w.origin, w.verified_by, w.statuses, best.score
FROM best JOIN prior_works w ON w.id = best.id
ORDER BY best.score DESC, w.id;
