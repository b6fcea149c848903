SELECT id, title, authors, year, first_public, venue, arxiv, doi, url, tags, summary, bears_on, contested_by, peer_reviewed, verified, abstract, openreview, origin, verified_by, statuses
FROM prior_works ORDER BY id;
