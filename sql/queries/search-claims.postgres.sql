SELECT c.id, c.version_id, c.document_id, c.start_offset, c.end_offset, c.quote, c.normalised, c.types, c.strength, c.certainty, c.scope_model, c.scope_data, c.scope_concept,
  c.scope_deployment, c.is_generic, c.polarity, c.assert_mode, c.asserter, c.attributed_to, c.place, c.comparative_to, c.extraction_confidence, c.provenance, (SELECT MAX(s.warrant) FROM claim_supports s WHERE s.claim_id = c.id) AS warrant,
  d.id AS doc_id, d.kind AS doc_kind, d.url AS doc_url, d.title AS doc_title, d.publisher AS doc_publisher, d.published_not_before, d.published_not_after,
  d.published_precision, d.published_basis
FROM claims c JOIN documents d ON d.id = c.document_id AND d.current_version_id = c.version_id
WHERE to_tsvector('english', c.quote || ' ' || c.normalised) @@ websearch_to_tsquery('english', @Words) AND (CAST(@Id AS TEXT) IS NULL OR c.id = @Id)
  AND (CAST(@Type AS TEXT) IS NULL OR c.type = @Type)
  AND (CAST(@Asserter AS TEXT) IS NULL OR LOWER(c.asserter) = LOWER(@Asserter))
  AND (CAST(@Document AS TEXT) IS NULL OR d.id = @Document OR d.canonical_url = @Document OR d.url = @Document)
  AND c.strength >= @MinStrength
  AND (@HeadlineOnly = 0 OR c.is_headline = 1)
  AND (CAST(@Flag AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM flags f WHERE f.claim_id = c.id AND f.code = @Flag AND f.status <> 'suppressed'))
ORDER BY ts_rank(to_tsvector('english', c.quote || ' ' || c.normalised), websearch_to_tsquery('english', @Words)) DESC, c.id LIMIT @Limit OFFSET @Offset;
