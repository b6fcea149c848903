-- What is remembered between two looks at the web: turns and standing of each service, and per source what it said last.
CREATE TABLE http_services (
  service TEXT NOT NULL PRIMARY KEY,
  free_at TEXT NOT NULL,
  holder TEXT,
  wait_until TEXT,
  failures INTEGER NOT NULL DEFAULT 0,
  reason TEXT,
  is_blocked INTEGER NOT NULL DEFAULT 0 CHECK (is_blocked IN (0, 1))
) {strict};

ALTER TABLE sources ADD COLUMN etag TEXT;
ALTER TABLE sources ADD COLUMN last_modified TEXT;
ALTER TABLE sources ADD COLUMN body_sha256 TEXT;
ALTER TABLE sources ADD COLUMN settings_sha256 TEXT;
ALTER TABLE sources ADD COLUMN last_new_at TEXT;
ALTER TABLE sources ADD COLUMN last_change_at TEXT;
ALTER TABLE sources ADD COLUMN next_attempt_at TEXT;
ALTER TABLE sources ADD COLUMN poll_owner TEXT;
ALTER TABLE sources ADD COLUMN state TEXT;
ALTER TABLE sources ADD COLUMN state_reason TEXT;
ALTER TABLE sources ADD COLUMN empty_in_row INTEGER NOT NULL DEFAULT 0;
ALTER TABLE sources ADD COLUMN rest_minutes INTEGER;

CREATE TABLE source_days (
  source TEXT NOT NULL,
  day TEXT NOT NULL,
  polls INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  new_items INTEGER NOT NULL,
  PRIMARY KEY (source, day)
) {strict};

-- What a source announced, so that a retitle, a vanished item and noise can be told apart.
CREATE TABLE announcements (
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  title TEXT NOT NULL,
  dated TEXT,
  first_seen_at TEXT NOT NULL,
  other_title TEXT,
  absent_since TEXT,
  absences INTEGER NOT NULL DEFAULT 0,
  missing_since TEXT,
  PRIMARY KEY (source, key)
) {strict};

CREATE TABLE source_events (
  id TEXT NOT NULL PRIMARY KEY,
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  kind TEXT NOT NULL,
  before_text TEXT,
  after_text TEXT,
  reason TEXT,
  at TEXT NOT NULL
) {strict};
CREATE INDEX source_events_by_source ON source_events (source, at);

-- Every fetch that yielded a body: the same bytes are stored once, and each fetch of them is told here.
CREATE TABLE fetches (
  id TEXT NOT NULL PRIMARY KEY,
  snapshot_id TEXT NOT NULL REFERENCES snapshots (id),
  item_key TEXT NOT NULL,
  url TEXT NOT NULL,
  final_url TEXT NOT NULL,
  fetched_at TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  status INTEGER NOT NULL,
  request_headers TEXT NOT NULL,
  response_headers TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL
) {strict};
CREATE INDEX fetches_by_item ON fetches (item_key, fetched_at);
