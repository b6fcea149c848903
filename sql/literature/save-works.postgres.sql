INSERT INTO prior_works (id, title, authors, year, first_public, venue, arxiv, doi, url, tags, summary, bears_on, contested_by, peer_reviewed, verified, abstract, openreview, origin, statuses,
  created_at, source_run_id, schema_version)
SELECT w.id, w.title, w.authors, w.year, w.first_public, w.venue, w.arxiv, w.doi, w.url, w.tags,
  w.summary, w.bears_on, w.contested_by, w.peer_reviewed, w.verified, w.abstract, w.open_review, w.origin, w.statuses,
  @CreatedAt, @SourceRunId, @SchemaVersion
FROM jsonb_to_recordset(CAST(@Works AS JSONB)) AS w (
  id TEXT, title TEXT, authors TEXT, year INTEGER, first_public TEXT, venue TEXT, arxiv TEXT, doi TEXT, url TEXT,
  tags TEXT, summary TEXT, bears_on TEXT, contested_by TEXT, peer_reviewed INTEGER, verified INTEGER, abstract TEXT, open_review TEXT, origin TEXT, statuses TEXT)
ON CONFLICT (id) DO UPDATE SET title = excluded.title, authors = excluded.authors, year = excluded.year, first_public = excluded.first_public,
  venue = COALESCE(excluded.venue, prior_works.venue), arxiv = COALESCE(excluded.arxiv, prior_works.arxiv), doi = COALESCE(excluded.doi, prior_works.doi),
  url = COALESCE(excluded.url, prior_works.url), tags = excluded.tags, summary = excluded.summary, bears_on = excluded.bears_on, contested_by = excluded.contested_by,
  peer_reviewed = excluded.peer_reviewed, abstract = COALESCE(excluded.abstract, prior_works.abstract), openreview = COALESCE(excluded.openreview, prior_works.openreview),
  origin = excluded.origin, statuses = CASE WHEN excluded.statuses = '[]' THEN prior_works.statuses ELSE excluded.statuses END, verified = CASE WHEN prior_works.verified_at IS NULL THEN excluded.verified ELSE prior_works.verified END;
