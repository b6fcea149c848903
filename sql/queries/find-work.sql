SELECT id, title, authors, year, first_public, venue, arxiv, doi, url, tags, summary, bears_on, contested_by, peer_reviewed, verified FROM prior_works WHERE id = @Id;
