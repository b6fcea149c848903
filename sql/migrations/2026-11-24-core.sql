-- The whole schema of the first release. Times are ISO 8601 texts in UTC, truth values 0 or 1, lists JSON texts, enum values the codes of the specification.
-- {strict} and {double} are the two words in which the databases differ.

CREATE TABLE sources (
  name TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  url TEXT NOT NULL,
  last_polled_at TEXT,
  last_success_at TEXT,
  last_item_count INTEGER,
  last_outcome TEXT,
  failures_in_row INTEGER NOT NULL DEFAULT 0
) {strict};

CREATE TABLE items (
  key TEXT NOT NULL PRIMARY KEY,
  url TEXT NOT NULL,
  source TEXT NOT NULL,
  metadata TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('pending', 'running', 'done', 'off_topic', 'skipped', 'parked', 'retry')),
  stage TEXT,
  reason TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  owner TEXT,
  lease_until TEXT,
  due_at TEXT NOT NULL,
  document_id TEXT,
  version_id TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL
) {strict};
CREATE INDEX items_by_state ON items (state, due_at);

CREATE TABLE stage_runs (
  stage TEXT NOT NULL,
  stage_version TEXT NOT NULL,
  input_id TEXT NOT NULL,
  outcome TEXT NOT NULL,
  output_id TEXT,
  reason TEXT,
  millis INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  PRIMARY KEY (stage, stage_version, input_id)
) {strict};

CREATE TABLE snapshots (
  id TEXT NOT NULL PRIMARY KEY,
  item_key TEXT NOT NULL,
  url TEXT NOT NULL,
  source TEXT NOT NULL,
  metadata TEXT NOT NULL,
  fetched_at TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  length INTEGER NOT NULL,
  content_type TEXT NOT NULL,
  etag TEXT,
  last_modified TEXT,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};
CREATE INDEX snapshots_by_item ON snapshots (item_key, fetched_at);

CREATE TABLE documents (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  url TEXT NOT NULL,
  canonical_url TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  publisher TEXT,
  authors TEXT NOT NULL,
  published_not_before TEXT,
  published_not_after TEXT,
  published_precision TEXT NOT NULL,
  published_basis TEXT NOT NULL,
  language TEXT NOT NULL,
  release_hint TEXT,
  current_version_id TEXT,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};

CREATE TABLE versions (
  id TEXT NOT NULL PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents (id),
  snapshot_id TEXT NOT NULL REFERENCES snapshots (id),
  document TEXT NOT NULL,
  text TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  extraction_method TEXT NOT NULL,
  findings TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};
CREATE INDEX versions_by_document ON versions (document_id);

CREATE TABLE passages (
  version_id TEXT NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL CHECK (end_offset >= start_offset),
  place TEXT NOT NULL,
  heading TEXT NOT NULL,
  paragraph INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  speaker TEXT,
  PRIMARY KEY (version_id, number)
) {strict};

CREATE TABLE document_references (
  version_id TEXT NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  start_offset INTEGER,
  end_offset INTEGER,
  title TEXT,
  authors TEXT NOT NULL,
  year INTEGER,
  doi TEXT,
  arxiv TEXT,
  url TEXT,
  label TEXT,
  PRIMARY KEY (version_id, number)
) {strict};

CREATE TABLE document_links (
  version_id TEXT NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  url TEXT NOT NULL,
  PRIMARY KEY (version_id, number)
) {strict};

CREATE TABLE screenings (
  version_id TEXT NOT NULL PRIMARY KEY REFERENCES versions (id) ON DELETE CASCADE,
  relevant INTEGER NOT NULL CHECK (relevant IN (0, 1)),
  score {double} NOT NULL,
  reason TEXT NOT NULL,
  terms TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL
) {strict};

CREATE TABLE claims (
  id TEXT NOT NULL PRIMARY KEY,
  version_id TEXT NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  document_id TEXT NOT NULL REFERENCES documents (id),
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
  quote TEXT NOT NULL,
  quote_sha256 TEXT NOT NULL,
  normalised TEXT NOT NULL,
  type TEXT NOT NULL,
  types TEXT NOT NULL,
  strength TEXT NOT NULL,
  certainty TEXT NOT NULL,
  scope_model INTEGER,
  scope_data INTEGER,
  scope_concept INTEGER,
  scope_deployment INTEGER,
  is_generic INTEGER NOT NULL CHECK (is_generic IN (0, 1)),
  polarity TEXT NOT NULL,
  assert_mode TEXT NOT NULL,
  asserter TEXT NOT NULL,
  attributed_to TEXT,
  place TEXT NOT NULL,
  is_headline INTEGER NOT NULL CHECK (is_headline IN (0, 1)),
  comparative_to TEXT,
  extraction_confidence {double} NOT NULL,
  provenance TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};
CREATE INDEX claims_by_version ON claims (version_id, start_offset);
CREATE INDEX claims_by_document ON claims (document_id);

CREATE TABLE caveats (
  id TEXT NOT NULL PRIMARY KEY,
  version_id TEXT NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  start_offset INTEGER NOT NULL CHECK (start_offset >= 0),
  end_offset INTEGER NOT NULL CHECK (end_offset > start_offset),
  quote TEXT NOT NULL,
  kind TEXT NOT NULL,
  is_specific INTEGER NOT NULL CHECK (is_specific IN (0, 1)),
  place TEXT NOT NULL,
  provenance TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};
CREATE INDEX caveats_by_version ON caveats (version_id, start_offset);

CREATE TABLE extraction_tallies (
  version_id TEXT NOT NULL PRIMARY KEY REFERENCES versions (id) ON DELETE CASCADE,
  engine TEXT NOT NULL,
  proposed INTEGER NOT NULL,
  not_verbatim INTEGER NOT NULL,
  malformed INTEGER NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  note TEXT,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL
) {strict};

CREATE TABLE evidence (
  id TEXT NOT NULL PRIMARY KEY,
  version_id TEXT NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  pointer TEXT NOT NULL,
  start_offset INTEGER,
  end_offset INTEGER,
  target_start_offset INTEGER,
  target_end_offset INTEGER,
  target_work_id TEXT,
  target_reference INTEGER,
  target_url TEXT,
  distance TEXT NOT NULL,
  provenance TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};
CREATE INDEX evidence_by_claim ON evidence (claim_id);
CREATE INDEX evidence_by_version ON evidence (version_id);

CREATE TABLE caveat_links (
  version_id TEXT NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  caveat_id TEXT NOT NULL REFERENCES caveats (id) ON DELETE CASCADE,
  proximity TEXT NOT NULL,
  PRIMARY KEY (claim_id, caveat_id)
) {strict};
CREATE INDEX caveat_links_by_version ON caveat_links (version_id);

CREATE TABLE experiments (
  version_id TEXT NOT NULL REFERENCES versions (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL,
  place TEXT NOT NULL,
  scope_model INTEGER,
  scope_data INTEGER,
  scope_concept INTEGER,
  scope_deployment INTEGER,
  sampling TEXT NOT NULL,
  control TEXT NOT NULL,
  has_uncertainty INTEGER NOT NULL CHECK (has_uncertainty IN (0, 1)),
  sample_size INTEGER,
  is_intervention INTEGER NOT NULL CHECK (is_intervention IN (0, 1)),
  PRIMARY KEY (version_id, number)
) {strict};

CREATE TABLE prior_works (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  authors TEXT NOT NULL,
  year INTEGER NOT NULL,
  first_public TEXT NOT NULL,
  venue TEXT,
  arxiv TEXT,
  doi TEXT,
  url TEXT,
  tags TEXT NOT NULL,
  summary TEXT NOT NULL,
  bears_on TEXT NOT NULL,
  contested_by TEXT NOT NULL,
  peer_reviewed INTEGER NOT NULL CHECK (peer_reviewed IN (0, 1)),
  verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};

CREATE TABLE seeds (
  name TEXT NOT NULL PRIMARY KEY,
  sha256 TEXT NOT NULL,
  created_at TEXT NOT NULL
) {strict};

CREATE TABLE actors (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};

CREATE TABLE actor_affiliations (
  actor_id TEXT NOT NULL REFERENCES actors (id) ON DELETE CASCADE,
  organisation_id TEXT NOT NULL REFERENCES actors (id),
  from_day TEXT,
  until_day TEXT,
  PRIMARY KEY (actor_id, organisation_id)
) {strict};

CREATE TABLE releases (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  publisher TEXT NOT NULL,
  published_not_before TEXT,
  published_not_after TEXT,
  published_precision TEXT NOT NULL,
  published_basis TEXT NOT NULL,
  coverage TEXT NOT NULL,
  peer_review TEXT NOT NULL,
  tags TEXT NOT NULL,
  assessed_input TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};

CREATE TABLE release_documents (
  release_id TEXT NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
  document_id TEXT NOT NULL REFERENCES documents (id),
  relation TEXT NOT NULL,
  PRIMARY KEY (release_id, document_id)
) {strict};
CREATE INDEX release_documents_by_document ON release_documents (document_id);

CREATE TABLE claim_supports (
  release_id TEXT NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
  claim_id TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE,
  warrant TEXT,
  tested_model INTEGER,
  tested_data INTEGER,
  tested_concept INTEGER,
  tested_deployment INTEGER,
  PRIMARY KEY (release_id, claim_id)
) {strict};

CREATE TABLE prior_work_matches (
  release_id TEXT NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
  work_id TEXT NOT NULL REFERENCES prior_works (id),
  is_cited INTEGER NOT NULL CHECK (is_cited IN (0, 1)),
  cited_by TEXT,
  equivalent_cited TEXT,
  shared_tags TEXT NOT NULL,
  PRIMARY KEY (release_id, work_id)
) {strict};

CREATE TABLE propagation_edges (
  id TEXT NOT NULL PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
  upstream_document_id TEXT NOT NULL REFERENCES documents (id),
  upstream_claim_id TEXT REFERENCES claims (id) ON DELETE CASCADE,
  downstream_document_id TEXT NOT NULL REFERENCES documents (id),
  downstream_claim_id TEXT REFERENCES claims (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  support TEXT NOT NULL,
  support_quote TEXT,
  date_ok INTEGER CHECK (date_ok IN (0, 1)),
  delta_strength INTEGER,
  delta_certainty INTEGER,
  delta_scope INTEGER,
  caveats_lost TEXT NOT NULL,
  confidence {double} NOT NULL,
  excess_owner TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};
CREATE INDEX propagation_edges_by_release ON propagation_edges (release_id);
CREATE INDEX propagation_edges_by_claim ON propagation_edges (downstream_claim_id);

CREATE TABLE flags (
  id TEXT NOT NULL PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  subtype TEXT,
  kind TEXT NOT NULL,
  claim_id TEXT REFERENCES claims (id) ON DELETE CASCADE,
  pair_claim_id TEXT REFERENCES claims (id) ON DELETE CASCADE,
  version_id TEXT NOT NULL REFERENCES versions (id),
  asserter TEXT NOT NULL,
  gap INTEGER,
  severity INTEGER NOT NULL CHECK (severity BETWEEN 0 AND 5),
  confidence {double} NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  rationale TEXT NOT NULL,
  search_complete INTEGER NOT NULL CHECK (search_complete IN (0, 1)),
  status TEXT NOT NULL,
  raised_by TEXT NOT NULL,
  works TEXT NOT NULL,
  edge_id TEXT,
  detector_version TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};
CREATE INDEX flags_by_release ON flags (release_id);
CREATE INDEX flags_by_claim ON flags (claim_id);
CREATE INDEX flags_by_code ON flags (code, status);

CREATE TABLE flag_quotes (
  flag_id TEXT NOT NULL REFERENCES flags (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  version_id TEXT NOT NULL REFERENCES versions (id),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL,
  role TEXT NOT NULL,
  PRIMARY KEY (flag_id, number)
) {strict};

CREATE TABLE exculpations (
  flag_id TEXT NOT NULL REFERENCES flags (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  verdict TEXT NOT NULL,
  version_id TEXT REFERENCES versions (id),
  start_offset INTEGER,
  end_offset INTEGER,
  text TEXT NOT NULL,
  PRIMARY KEY (flag_id, number)
) {strict};

CREATE TABLE exculpation_searches (
  flag_id TEXT NOT NULL REFERENCES flags (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (flag_id, number)
) {strict};

CREATE TABLE detector_failures (
  release_id TEXT NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  PRIMARY KEY (release_id, code)
) {strict};

CREATE TABLE counterarguments (
  id TEXT NOT NULL PRIMARY KEY,
  flag_id TEXT REFERENCES flags (id) ON DELETE CASCADE,
  claim_id TEXT REFERENCES claims (id) ON DELETE CASCADE,
  version_id TEXT NOT NULL REFERENCES versions (id),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL,
  kind TEXT NOT NULL,
  arguer_role TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};

-- Reviews are append-only and outlive the flag row that an assessment replaces: flag ids follow from content.
CREATE TABLE reviews (
  flag_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  reviewer TEXT NOT NULL,
  reviewed_at TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT,
  severity INTEGER,
  owner TEXT,
  note TEXT,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  PRIMARY KEY (flag_id, number)
) {strict};

CREATE TABLE replies (
  id TEXT NOT NULL PRIMARY KEY,
  flag_id TEXT NOT NULL,
  text TEXT NOT NULL,
  replied_at TEXT NOT NULL,
  url TEXT,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};

CREATE TABLE prediction_sets (
  id TEXT NOT NULL PRIMARY KEY,
  forecaster TEXT NOT NULL,
  made_on TEXT NOT NULL,
  about TEXT NOT NULL,
  release_id TEXT,
  document_id TEXT REFERENCES documents (id),
  reported_score {double},
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};

CREATE TABLE predictions (
  set_id TEXT NOT NULL REFERENCES prediction_sets (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  statement TEXT NOT NULL,
  probability {double} CHECK (probability BETWEEN 0 AND 1),
  resolution TEXT NOT NULL,
  fraction {double},
  rationale TEXT,
  PRIMARY KEY (set_id, number)
) {strict};

CREATE TABLE digests (
  id TEXT NOT NULL PRIMARY KEY,
  period TEXT NOT NULL,
  title TEXT NOT NULL,
  content_sha256 TEXT NOT NULL,
  issue TEXT NOT NULL,
  shown_keys TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};

CREATE TABLE digest_deliveries (
  recipient TEXT NOT NULL,
  period TEXT NOT NULL,
  digest_id TEXT NOT NULL REFERENCES digests (id),
  path TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  PRIMARY KEY (recipient, period)
) {strict};

CREATE TABLE llm_replies (
  key TEXT NOT NULL PRIMARY KEY,
  purpose TEXT NOT NULL,
  model TEXT NOT NULL,
  reply TEXT NOT NULL,
  input_tokens INTEGER NOT NULL,
  output_tokens INTEGER NOT NULL,
  answered_at TEXT NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL
) {strict};
CREATE INDEX llm_replies_by_time ON llm_replies (answered_at);
