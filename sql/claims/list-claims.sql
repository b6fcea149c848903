SELECT id, version_id, document_id, start_offset, end_offset, quote, normalised, types, strength, certainty, scope_model, scope_data, scope_concept, scope_deployment,
  is_generic, polarity, assert_mode, asserter, attributed_to, place, comparative_to, extraction_confidence, provenance
FROM claims WHERE version_id = @VersionId ORDER BY start_offset, end_offset;
