-- What the public sees: flags that stand after a review (severity 4 and more after two), and those that stood once and were taken back. The names of the session hide the tables and views of the same names.
CREATE TEMPORARY VIEW IF NOT EXISTS flags AS
SELECT f.* FROM main.flags f
WHERE (f.status IN ('confirmed', 'reduced', 'reattributed')
    AND (f.severity < 4 OR (SELECT COUNT(DISTINCT w.reviewer) FROM reviews w WHERE w.flag_id = f.id AND w.verdict IN ('confirm', 'reduce', 'reattribute')) >= 2))
  OR (f.status IN ('dismissed', 'withdrawn', 'superseded_fixed')
    AND EXISTS (SELECT 1 FROM main.flag_history h WHERE h.flag_id = f.id AND h.status IN ('confirmed', 'reduced', 'reattributed')));

CREATE TEMPORARY VIEW IF NOT EXISTS flag_history AS
SELECT h.* FROM main.flag_history h
WHERE h.status NOT IN ('candidate', 'open', 'suppressed')
  AND EXISTS (SELECT 1 FROM main.flag_history o WHERE o.flag_id = h.flag_id AND o.number <= h.number AND o.status IN ('confirmed', 'reduced', 'reattributed'))
  AND (EXISTS (SELECT 1 FROM flags f WHERE f.id = h.flag_id) OR NOT EXISTS (SELECT 1 FROM main.flags g WHERE g.id = h.flag_id));

CREATE TEMPORARY VIEW IF NOT EXISTS flags_v AS SELECT v.* FROM main.flags_v v WHERE EXISTS (SELECT 1 FROM flags f WHERE f.id = v.id);
CREATE TEMPORARY VIEW IF NOT EXISTS exculpations AS SELECT e.* FROM main.exculpations e WHERE EXISTS (SELECT 1 FROM flags f WHERE f.id = e.flag_id);
CREATE TEMPORARY VIEW IF NOT EXISTS exculpations_v AS SELECT v.* FROM main.exculpations_v v WHERE EXISTS (SELECT 1 FROM flags f WHERE f.id = v.flag_id);
CREATE TEMPORARY VIEW IF NOT EXISTS reviews_v AS SELECT v.* FROM main.reviews_v v WHERE EXISTS (SELECT 1 FROM flags f WHERE f.id = v.flag_id);

CREATE TEMPORARY VIEW IF NOT EXISTS claims_v AS
SELECT v.id, v.quote, v.normalised, v.type, v.strength, v.certainty, v.scope_model, v.scope_data, v.scope_concept, v.scope_deployment, v.is_generic, v.polarity, v.assert_mode, v.asserter, v.attributed_to, v.place, v.is_headline, v.extraction_confidence, v.version_id, v.start_offset, v.end_offset, v.document_id, v.document_title, v.document_kind, v.document_url, v.publisher, v.published_not_before, v.published_not_after, v.created_at, v.warrant,
  (SELECT COUNT(*) FROM flags f WHERE f.claim_id = v.id AND f.status IN ('confirmed', 'reduced', 'reattributed')) AS flags
FROM main.claims_v v;

CREATE TEMPORARY VIEW IF NOT EXISTS documents_v AS
SELECT v.id, v.title, v.kind, v.url, v.canonical_url, v.publisher, v.published_not_before, v.published_not_after, v.published_precision, v.published_basis, v.language, v.current_version_id, v.versions, v.created_at, v.claims,
  (SELECT COUNT(*) FROM flags f WHERE f.version_id = v.current_version_id AND f.status IN ('confirmed', 'reduced', 'reattributed')) AS flags
FROM main.documents_v v;

CREATE TEMPORARY VIEW IF NOT EXISTS releases_v AS
SELECT v.id, v.title, v.publisher, v.published_not_before, v.published_not_after, v.coverage, v.peer_review, v.tags, v.documents,
  (SELECT COUNT(*) FROM flags f WHERE f.release_id = v.id) AS flags,
  (SELECT COUNT(*) FROM flags f WHERE f.release_id = v.id AND f.status IN ('confirmed', 'reduced', 'reattributed')) AS open_flags,
  v.claims, v.published_precision, v.published_basis, v.created_at
FROM main.releases_v v;

CREATE TEMPORARY VIEW IF NOT EXISTS headlines_v AS
SELECT v.document_kind, v.strength, v.claims, v.judged,
  (SELECT COUNT(DISTINCT c.id) FROM flags f JOIN main.claims_v c ON c.id = f.claim_id
   WHERE f.status IN ('confirmed', 'reduced', 'reattributed') AND c.is_headline = 1 AND c.document_kind = v.document_kind AND c.strength = v.strength) AS flagged
FROM main.headlines_v v;
