CREATE TABLE cited_supports (
  release_id TEXT NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
  claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  work_id TEXT NOT NULL,
  purpose TEXT NOT NULL,
  verdict TEXT NOT NULL,
  quote TEXT,
  start_offset INTEGER,
  end_offset INTEGER,
  text_kind TEXT,
  PRIMARY KEY (release_id, claim_id, work_id)
) {strict};
CREATE INDEX cited_supports_by_claim ON cited_supports (claim_id);
