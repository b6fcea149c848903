-- What texts about a release say came of its publisher's words, with whether the dates allow it: assertions of those texts, never findings.
CREATE TABLE asserted_influences (
  id TEXT NOT NULL PRIMARY KEY,
  release_id TEXT NOT NULL REFERENCES releases (id) ON DELETE CASCADE,
  version_id TEXT NOT NULL REFERENCES versions (id),
  start_offset INTEGER NOT NULL,
  end_offset INTEGER NOT NULL,
  quote TEXT NOT NULL,
  upstream TEXT NOT NULL,
  upstream_document_id TEXT REFERENCES documents (id),
  upstream_not_before TEXT,
  upstream_not_after TEXT,
  downstream TEXT NOT NULL,
  downstream_document_id TEXT REFERENCES documents (id),
  downstream_claim_id TEXT,
  downstream_asserter TEXT,
  downstream_url TEXT,
  downstream_not_before TEXT,
  downstream_not_after TEXT,
  downstream_basis TEXT NOT NULL,
  date_ok INTEGER,
  support TEXT NOT NULL,
  confidence {double} NOT NULL,
  created_at TEXT NOT NULL,
  source_run_id TEXT NOT NULL,
  schema_version INTEGER NOT NULL
) {strict};
CREATE INDEX asserted_influences_by_release ON asserted_influences (release_id);
CREATE INDEX asserted_influences_by_version ON asserted_influences (version_id);
CREATE INDEX asserted_influences_by_claim ON asserted_influences (downstream_claim_id);
CREATE INDEX asserted_influences_by_upstream ON asserted_influences (upstream_document_id);
CREATE INDEX asserted_influences_by_downstream ON asserted_influences (downstream_document_id);

CREATE VIEW asserted_influences_v AS
SELECT i.id, i.release_id, i.quote, d.id AS told_in_document_id, d.title AS told_in_title, d.url AS told_in_url, i.upstream, i.upstream_document_id, i.upstream_not_before, i.upstream_not_after,
  i.downstream, i.downstream_document_id, i.downstream_claim_id, c.quote AS downstream_quote, i.downstream_asserter, i.downstream_url, i.downstream_not_before, i.downstream_not_after, i.downstream_basis,
  i.date_ok, i.support, i.confidence, i.version_id, i.start_offset, i.end_offset, i.created_at
FROM asserted_influences i JOIN versions v ON v.id = i.version_id JOIN documents d ON d.id = v.document_id LEFT JOIN claims c ON c.id = i.downstream_claim_id;
