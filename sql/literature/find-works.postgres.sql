SELECT id, title, authors, year, first_public, venue, arxiv, doi, url, tags, summary, bears_on, contested_by, peer_reviewed, verified, abstract, openreview, origin, verified_by, statuses
FROM prior_works WHERE id IN (SELECT jsonb_array_elements_text(CAST(@Ids AS JSONB))) ORDER BY id;
