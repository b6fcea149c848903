SELECT c.id, c.version_id, c.document_id, c.start_offset, c.end_offset, c.quote, c.normalised, c.types, c.strength, c.certainty, c.scope_model, c.scope_data, c.scope_concept,
  c.scope_deployment, c.is_generic, c.polarity, c.assert_mode, c.asserter, c.attributed_to, c.place, c.comparative_to, c.extraction_confidence, c.provenance, (SELECT MAX(s.warrant) FROM claim_supports s WHERE s.claim_id = c.id) AS warrant,
  d.id AS doc_id, d.kind AS doc_kind, d.url AS doc_url, d.title AS doc_title, d.publisher AS doc_publisher, d.published_not_before, d.published_not_after,
  d.published_precision, d.published_basis
FROM claims c JOIN documents d ON d.id = c.document_id AND (d.current_version_id = c.version_id OR @AnyVersion = 1)
WHERE c.id IN (SELECT json_array_elements_text(CAST(@Ids AS JSON)));
