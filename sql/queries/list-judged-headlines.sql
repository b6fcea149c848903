SELECT c.id, c.version_id, c.document_id, c.start_offset, c.end_offset, c.quote, c.normalised, c.types, c.strength, c.certainty, c.scope_model, c.scope_data, c.scope_concept,
  c.scope_deployment, c.is_generic, c.polarity, c.assert_mode, c.asserter, c.attributed_to, c.place, c.comparative_to, c.extraction_confidence, c.provenance, s.warrant AS warrant,
  d.id AS doc_id, d.kind AS doc_kind, d.url AS doc_url, d.title AS doc_title, d.publisher AS doc_publisher, d.published_not_before, d.published_not_after,
  d.published_precision, d.published_basis, s.release_id AS release_id,
  CASE WHEN EXISTS (SELECT 1 FROM caveat_links k WHERE k.claim_id = c.id AND k.proximity IN ('same_sentence', 'same_paragraph', 'same_section')) THEN 1 ELSE 0 END AS has_near_caveat
FROM claim_supports s
  JOIN claims c ON c.id = s.claim_id
  JOIN documents d ON d.id = c.document_id AND d.current_version_id = c.version_id
  JOIN releases l ON l.id = s.release_id AND l.coverage = 'full'
  JOIN release_documents r ON r.release_id = s.release_id AND r.document_id = d.id
WHERE s.warrant IS NOT NULL AND c.is_headline = 1 AND c.assert_mode = 'asserts'
  AND r.relation IN ('primary', 'appendix', 'promo_by_author', 'promo_by_org', 'reply')
  AND EXISTS (
    SELECT 1 FROM release_documents o JOIN documents n ON n.id = o.document_id JOIN versions v ON v.id = n.current_version_id
    WHERE o.release_id = s.release_id AND v.created_at >= @From AND v.created_at < @Until)
ORDER BY s.release_id, c.id;
