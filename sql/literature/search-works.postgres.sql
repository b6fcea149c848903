SELECT id, title, authors, year, first_public, venue, arxiv, doi, url, tags, summary, bears_on, contested_by, peer_reviewed, verified
FROM prior_works
WHERE to_tsvector('english', title || ' ' || authors || ' ' || summary || ' ' || tags) @@ websearch_to_tsquery('english', @Words)
ORDER BY ts_rank(to_tsvector('english', title || ' ' || authors || ' ' || summary || ' ' || tags), websearch_to_tsquery('english', @Words)) DESC, id LIMIT @Limit;
