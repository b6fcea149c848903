-- Works that users and services bring into the prior-work base, beside the built-in ones.
ALTER TABLE prior_works ADD COLUMN abstract TEXT;
ALTER TABLE prior_works ADD COLUMN openreview TEXT;
ALTER TABLE prior_works ADD COLUMN origin TEXT NOT NULL DEFAULT 'built-in';
ALTER TABLE prior_works ADD COLUMN verified_by TEXT;
ALTER TABLE prior_works ADD COLUMN verified_at TEXT;
CREATE INDEX prior_works_by_doi ON prior_works (doi);
CREATE INDEX prior_works_by_arxiv ON prior_works (arxiv);
