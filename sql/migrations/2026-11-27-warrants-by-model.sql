ALTER TABLE claim_supports ADD COLUMN judged_by TEXT NOT NULL DEFAULT 'offline';
CREATE TABLE judgement_tallies (
  release_id TEXT NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
  subject TEXT NOT NULL,
  model TEXT NOT NULL,
  asked INTEGER NOT NULL,
  dropped INTEGER NOT NULL,
  PRIMARY KEY (release_id, subject)
) {strict};
