ALTER TABLE cited_supports ADD COLUMN version_id TEXT;
CREATE INDEX cited_supports_by_version ON cited_supports (version_id);
