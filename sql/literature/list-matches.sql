SELECT m.is_cited, m.cited_by, m.equivalent_cited, m.shared_tags, m.hazards,
  w.id, w.title, w.authors, w.year, w.first_public, w.venue, w.arxiv, w.doi, w.url, w.tags, w.summary, w.bears_on, w.contested_by, w.peer_reviewed, w.verified,
  w.abstract, w.openreview, w.origin, w.verified_by, w.statuses
FROM prior_work_matches m JOIN prior_works w ON w.id = m.work_id
WHERE m.release_id = @ReleaseId
ORDER BY w.id;
