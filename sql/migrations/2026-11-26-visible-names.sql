-- Private persons stand in the views by role only; flags are stored so.
DROP VIEW claims_v;
CREATE VIEW claims_v AS
SELECT c.id, c.quote, c.normalised, c.type, c.strength, c.certainty, c.scope_model, c.scope_data, c.scope_concept, c.scope_deployment, c.is_generic, c.polarity, c.assert_mode,
  CASE WHEN c.place = 'comment' OR d.kind = 'comment' THEN 'a commenter'
    WHEN d.kind = 'promo_social' AND c.asserter <> COALESCE(d.publisher, '') THEN 'a poster of the release''s side'
    WHEN d.kind = 'third_party_social' AND c.asserter <> COALESCE(d.publisher, '') THEN 'a poster' ELSE c.asserter END AS asserter,
  CASE WHEN c.place = 'comment' OR d.kind IN ('comment', 'promo_social', 'third_party_social') THEN NULL ELSE c.attributed_to END AS attributed_to, c.place, c.is_headline, c.extraction_confidence, c.version_id, c.start_offset, c.end_offset, c.document_id, d.title AS document_title, d.kind AS document_kind,
  d.url AS document_url, d.publisher, d.published_not_before, d.published_not_after, c.created_at
FROM claims c JOIN documents d ON d.id = c.document_id AND d.current_version_id = c.version_id;
