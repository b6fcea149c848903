INSERT INTO prior_works (id, title, authors, year, first_public, venue, arxiv, doi, url, tags, summary, bears_on, contested_by, peer_reviewed, verified,
  created_at, source_run_id, schema_version)
VALUES (@Id, @Title, @Authors, @Year, @FirstPublic, @Venue, @Arxiv, @Doi, @Url, @Tags, @Summary, @BearsOn, @ContestedBy, @PeerReviewed, @Verified,
  @CreatedAt, @SourceRunId, @SchemaVersion)
ON CONFLICT (id) DO UPDATE SET title = excluded.title, authors = excluded.authors, year = excluded.year, first_public = excluded.first_public, venue = excluded.venue,
  arxiv = excluded.arxiv, doi = excluded.doi, url = excluded.url, tags = excluded.tags, summary = excluded.summary, bears_on = excluded.bears_on,
  contested_by = excluded.contested_by, peer_reviewed = excluded.peer_reviewed, verified = excluded.verified;
