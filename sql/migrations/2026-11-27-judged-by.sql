ALTER TABLE cited_supports ADD COLUMN judged_by TEXT NOT NULL DEFAULT 'offline';
