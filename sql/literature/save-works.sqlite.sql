-- Many works by one statement: the full-text index is written once for all of them, not for each.
INSERT INTO prior_works (id, title, authors, year, first_public, venue, arxiv, doi, url, tags, summary, bears_on, contested_by, peer_reviewed, verified, abstract, openreview, origin, statuses,
  created_at, source_run_id, schema_version)
SELECT w.value ->> 'id', w.value ->> 'title', w.value ->> 'authors', w.value ->> 'year', w.value ->> 'first_public', w.value ->> 'venue', w.value ->> 'arxiv', w.value ->> 'doi', w.value ->> 'url', w.value ->> 'tags',
  w.value ->> 'summary', w.value ->> 'bears_on', w.value ->> 'contested_by', w.value ->> 'peer_reviewed', w.value ->> 'verified', w.value ->> 'abstract', w.value ->> 'open_review', w.value ->> 'origin', w.value ->> 'statuses',
  @CreatedAt, @SourceRunId, @SchemaVersion
FROM json_each(@Works) w
WHERE true
ON CONFLICT (id) DO UPDATE SET title = excluded.title, authors = excluded.authors, year = excluded.year, first_public = excluded.first_public,
  venue = COALESCE(excluded.venue, prior_works.venue), arxiv = COALESCE(excluded.arxiv, prior_works.arxiv), doi = COALESCE(excluded.doi, prior_works.doi),
  url = COALESCE(excluded.url, prior_works.url), tags = excluded.tags, summary = excluded.summary, bears_on = excluded.bears_on, contested_by = excluded.contested_by,
  peer_reviewed = excluded.peer_reviewed, abstract = COALESCE(excluded.abstract, prior_works.abstract), openreview = COALESCE(excluded.openreview, prior_works.openreview),
  origin = excluded.origin, statuses = CASE WHEN excluded.statuses = '[]' THEN prior_works.statuses ELSE excluded.statuses END, verified = CASE WHEN prior_works.verified_at IS NULL THEN excluded.verified ELSE prior_works.verified END;
