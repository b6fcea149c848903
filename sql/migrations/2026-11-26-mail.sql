-- Readers, and the ledger of what was or will be sent to them: one row a recipient, kind and period, written before anything is sent.
CREATE TABLE subscribers (
  id TEXT NOT NULL PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL,
  preferences TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  confirmed_at TEXT,
  bounces INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL
) {strict};

CREATE TABLE mails (
  id TEXT NOT NULL PRIMARY KEY,
  recipient TEXT NOT NULL,
  kind TEXT NOT NULL,
  period TEXT NOT NULL,
  digest_id TEXT REFERENCES digests (id),
  state TEXT NOT NULL,
  message TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  due_at TEXT NOT NULL,
  owner TEXT,
  lease_until TEXT,
  answer TEXT,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  UNIQUE (recipient, kind, period)
) {strict};
CREATE INDEX mails_by_state ON mails (state, due_at);

INSERT INTO mails (id, recipient, kind, period, digest_id, state, message, attempts, due_at, owner, lease_until, answer, created_at, source_run_id)
SELECT recipient || ' ' || period, recipient, 'weekly', period, digest_id, 'sent', '', 1, created_at, NULL, NULL, path, created_at, source_run_id FROM digest_deliveries;
DROP TABLE digest_deliveries;

ALTER TABLE digests ADD COLUMN kind TEXT NOT NULL DEFAULT 'weekly';
ALTER TABLE digests ADD COLUMN edition TEXT NOT NULL DEFAULT '';
CREATE INDEX digests_by_period ON digests (period, kind, edition);
