-- The sentence that a later text tells, where it holds no claim; what changed in the words of a claim on its way, and quotations that stand in no archived version of their source: the latter are questions about a text, never flags.
ALTER TABLE propagation_edges ADD COLUMN upstream_sentence TEXT;

DROP VIEW edges_v;
CREATE VIEW edges_v AS
SELECT e.id, e.release_id, e.kind, e.support, e.support_quote, e.date_ok, e.delta_strength, e.delta_certainty, e.delta_scope, e.excess_owner, e.confidence,
  e.upstream_claim_id, e.upstream_document_id, u.title AS upstream_title, e.downstream_claim_id, e.downstream_document_id, w.title AS downstream_title,
  e.drift, e.changes, COALESCE(a.quote, e.upstream_sentence) AS upstream_quote, b.quote AS downstream_quote
FROM propagation_edges e JOIN documents u ON u.id = e.upstream_document_id JOIN documents w ON w.id = e.downstream_document_id
LEFT JOIN claims a ON a.id = e.upstream_claim_id LEFT JOIN claims b ON b.id = e.downstream_claim_id;

CREATE VIEW silent_edits_v AS
SELECT s.id, s.release_id, s.quote, s.compared, s.source_document_id, u.title AS source_title, u.url AS source_url, d.id AS quoting_document_id, d.title AS quoting_title, d.url AS quoting_url,
  d.kind AS quoting_kind, d.published_not_before, d.published_not_after, s.version_id, s.start_offset, s.end_offset, s.created_at
FROM silent_edits s JOIN documents u ON u.id = s.source_document_id JOIN versions v ON v.id = s.version_id JOIN documents d ON d.id = v.document_id;
