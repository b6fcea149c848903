SELECT w.id, w.title, w.authors, w.year, w.first_public, w.venue, w.arxiv, w.doi, w.url, w.tags, w.summary, w.bears_on, w.contested_by, w.peer_reviewed, w.verified
FROM prior_works_search s JOIN prior_works w ON w.id = s.id
WHERE prior_works_search MATCH @Words ORDER BY bm25(prior_works_search), w.id LIMIT @Limit;
